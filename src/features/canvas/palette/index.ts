/** What can be added to a design, by drag, by click or by Enter. A new item is one entry of a list below. */

import { ownerOf } from '#commands/actions.ts'
import { addDistribution } from '#core/edits/resources.ts'
import type { DesignDocument } from '#core/model/document.ts'
import type { Path } from '#core/model/path.ts'
import type { Command } from '#state/commands.ts'
import { commit, currentDocument, useDesign } from '#state/design.ts'
import { announce, select, useSession } from '#state/session.ts'
import { type Thing, thingAt } from '#things/thing.ts'
import { alarmItems } from './alarms.ts'
import type { PaletteItem } from './item.ts'
import { originItems } from './origins.ts'
import { managedItems, resourceItems } from './resources.ts'
import { routingItems } from './routing.ts'
import { settingItems } from './settings.ts'

export const paletteMime = 'application/x-frontage-item'

export const paletteItems: readonly PaletteItem[] = [
  ...originItems,
  ...routingItems,
  ...resourceItems,
  ...settingItems,
  ...alarmItems,
  ...managedItems,
]

export const itemCalled = (id: string): PaletteItem | undefined => paletteItems.find((item) => item.id === id)

/** What putting an item on a thing does; an origin that is dropped on another takes its place. */
function addedTo(document: DesignDocument, item: PaletteItem, thing: Thing | undefined, isDropped: boolean) {
  const isOwn = thing && document.resources[thing.owner]?.type === 'Distribution'
  const owner = (isOwn ? thing.owner : ownerOf(document)) ?? ''
  if (isDropped && thing?.shape === 'Origin' && item.replace) return item.replace(document, owner, thing.path)
  return item.insert(document, { owner, ...(thing && { target: thing.path }) })
}

/** Adds an item to the open design, onto the thing at `target` where it belongs on one, and selects it. */
export function insertFromPalette(id: string, target: Path | 'selected' | undefined = 'selected'): void {
  const item = itemCalled(id)
  if (!item) return
  if (ownerOf(currentDocument()) === undefined && id !== 'distribution')
    commit(addDistribution(currentDocument()).edit)
  const document = currentDocument()
  const thing = thingAt(document, target === 'selected' ? useSession.getState().selection : target)
  const added = addedTo(document, item, thing, target !== 'selected')
  commit(added.edit)
  select(added.path, added.focus)
  announce(added.edit.label)
}

/** Adding as commands, so that the command palette knows every item too. */
export const paletteCommands = (): readonly Command[] =>
  paletteItems.map(({ id, label, group, hint }) => ({
    id: `add ${id}`,
    group: 'Add',
    label: group === 'Managed by AWS' ? `Use ${label} (${hint})` : `Add ${label}`,
    isPossible: () => useDesign.getState().id !== '',
    run: () => insertFromPalette(id),
  }))
