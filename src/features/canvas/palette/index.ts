/** What can be added to a design, by drag, by click or by Enter. A new item is one entry of a list below. */

import { ownerOf } from '#commands/actions.ts'
import { addDistribution } from '#core/edits/resources.ts'
import type { Path } from '#core/model/path.ts'
import type { Command } from '#state/commands.ts'
import { commit, currentDocument, useDesign } from '#state/design.ts'
import { announce, select, useSession } from '#state/session.ts'
import { thingAt } from '#things/thing.ts'
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

/** Adds an item to the open design, onto the thing at `target` where it belongs on one, and selects it. */
export function insertFromPalette(id: string, target: Path | 'selected' | undefined = 'selected'): void {
  const item = itemCalled(id)
  if (!item) return
  if (ownerOf(currentDocument()) === undefined && id !== 'distribution')
    commit(addDistribution(currentDocument()).edit)
  const document = currentDocument()
  const thing = thingAt(document, target === 'selected' ? useSession.getState().selection : target)
  const owner =
    thing && document.resources[thing.owner]?.type === 'Distribution' ? thing.owner : ownerOf(document)
  const added = item.insert(document, { owner: owner ?? '', ...(thing && { target: thing.path }) })
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
