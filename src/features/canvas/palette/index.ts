/** What can be added to a design, by drag, by click or by Enter. A new item is one entry of a list below. */

import { ownerOf } from '#commands/actions.ts'
import { addDistribution } from '#core/edits/resources.ts'
import type { DesignDocument } from '#core/model/document.ts'
import type { Path } from '#core/model/path.ts'
import type { Command } from '#state/commands.ts'
import { commit, currentDocument, useDesign } from '#state/design.ts'
import { announceEdit } from '#state/done.ts'
import { select, useSession } from '#state/session.ts'
import { type Thing, thingAt } from '#things/thing.ts'
import { untouchedOrigin } from '#things/untouched.ts'
import { onlyUser } from '#things/users.ts'
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

/** What belongs on a behavior goes to the one that uses the selected resource: the function just made, and then a policy. */
const userOf = (document: DesignDocument, item: PaletteItem, thing: Thing): Path =>
  (item.on === 'behavior' && onlyUser(document, thing.owner)) || thing.path

/**
 * What putting an item on a thing does. An origin that is dropped on another takes its place, and one that is added by
 * click that of the sample which a new design begins with.
 */
function addedTo(document: DesignDocument, item: PaletteItem, thing: Thing | undefined, isDropped: boolean) {
  const isOwn = thing && document.resources[thing.owner]?.type === 'Distribution'
  const owner = (isOwn ? thing.owner : ownerOf(document)) ?? ''
  const old = isDropped ? thing?.shape === 'Origin' && thing.path : untouchedOrigin(document, owner)
  if (old && item.replace) return item.replace(document, owner, old)
  return item.insert(document, { owner, ...(thing && { target: userOf(document, item, thing) }) })
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
  announceEdit(added.edit)
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
