/** What a menu offers for a thing, wherever it is opened; the keys are those of the commands. */
import { addBehavior } from '#core/edits/behaviors.ts'
import { insertGroup } from '#core/edits/groups.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { type Path, valueAt } from '#core/model/path.ts'
import { commit, currentDocument } from '#state/design.ts'
import { announceEdit } from '#state/done.ts'
import { announce, select, setSpotlight, toggleFolded, useSession } from '#state/session.ts'
import { fieldPage } from '#things/field-facts.ts'
import { thingAt } from '#things/thing.ts'
import type { MenuEntry } from '#ui/Menu.tsx'
import {
  copySelected,
  duplicateSelected,
  editThing,
  moveInPrecedence,
  pasteCopied,
  removeSelected,
} from './actions.ts'
import { canConnect, connectFrom } from './connecting.ts'
import { laneTarget, toggleLane } from './folding.ts'

/** Puts an origin group between a behavior and what it targets. */
export function insertGroupAt(behavior: Path): void {
  const document = currentDocument()
  const target = valueAt(document, [...behavior, 'TargetOriginId'])
  const inserted = insertGroup(
    document,
    String(behavior[1]),
    behavior,
    typeof target === 'string' ? target : '',
  )
  if (!inserted) return
  commit(inserted.edit)
  select(inserted.path)
  announce(inserted.edit.label)
}

/** Adds a behavior that is asked before the one at a path and leads to the same place, its pattern to be written. */
export function addBehaviorBefore(behavior: Path): void {
  const document = currentDocument()
  const [, owner, , list, index] = behavior
  const target = valueAt(document, [...behavior, 'TargetOriginId'])
  const all = valueAt(document, [...behavior.slice(0, 3), 'CacheBehaviors'])
  const place = list === 'CacheBehaviors' ? Number(index) : Array.isArray(all) ? all.length : 0
  const { edit } = addBehavior(
    document,
    String(owner),
    typeof target === 'string' ? target : undefined,
    place,
  )
  commit(edit)
  const path = [...behavior.slice(0, 3), 'CacheBehaviors', place]
  select(path, [...path, 'PathPattern'])
  announceEdit(edit)
}

/** True where a behavior targets an origin, between which and the behavior a group can go. */
function targetsOrigin(path: Path): boolean {
  const site = distributionsIn(currentDocument()).find(({ id }) => id === path[1])
  const target = valueAt(currentDocument(), [...path, 'TargetOriginId'])
  return (site?.config.Origins ?? []).some((origin) => 'Id' in origin && known(origin.Id) === target)
}

/** What is offered for a behavior alone: its place among the others, and what is put beside it. */
function behaviorEntries(path: Path): (MenuEntry | false)[] {
  const isOrdered = path[3] === 'CacheBehaviors'
  const isBehavior = isOrdered || path[3] === 'DefaultCacheBehavior'
  return [
    isOrdered && {
      id: 'up',
      label: 'Move up in precedence',
      group: 'order',
      shortcut: 'Alt+↑',
      run: () => moveInPrecedence(path, -1),
    },
    isOrdered && {
      id: 'down',
      label: 'Move down in precedence',
      group: 'order',
      shortcut: 'Alt+↓',
      run: () => moveInPrecedence(path, 1),
    },
    isBehavior && {
      id: 'add-before',
      label: 'Add a behavior before it',
      group: 'order',
      run: () => addBehaviorBefore(path),
    },
    isBehavior &&
      targetsOrigin(path) && {
        id: 'group',
        label: 'Insert an origin group before its origin',
        group: 'order',
        run: () => insertGroupAt(path),
      },
  ]
}

/** The menu of the thing at a path, which is selected. */
export function thingMenu(path: Path): readonly MenuEntry[] {
  const thing = thingAt(currentDocument(), path)
  if (!thing) return []
  const { spotlight, folded } = useSession.getState()
  const isDistribution = thing.kindLabel === 'Distribution'
  const { node } = thing
  const page = fieldPage(thing.shape, [])
  const isEnabled = valueAt(currentDocument(), [...thing.path, 'Enabled']) !== false
  const lane = laneTarget(currentDocument(), thing.path)
  const entries: (MenuEntry | false)[] = [
    { id: 'edit', label: 'Edit', group: 'edit', shortcut: 'Enter', run: () => editThing(path) },
    { id: 'rename', label: 'Rename', group: 'edit', shortcut: 'F2', run: () => editThing(path, 'name') },
    ...behaviorEntries(thing.path),
    canConnect(thing.path) && {
      id: 'connect',
      label: 'Connect with…',
      group: 'order',
      shortcut: 'C',
      run: () => connectFrom(thing.path),
    },
    isDistribution && {
      id: 'enabled',
      label: isEnabled ? 'Disable' : 'Enable',
      group: 'order',
      run: () => {
        const label = `${isEnabled ? 'Disable' : 'Enable'} “${thing.title}”`
        commit({ ...setAt([...thing.path, 'Enabled'], !isEnabled, label), mergeKey: '' })
        announceEdit({ label })
      },
    },
    node !== undefined && {
      id: 'trace',
      label: 'Trace a request through here',
      group: 'show',
      run: () => void import('./trace-through.ts').then(({ traceThrough }) => traceThrough(thing.path)),
    },
    node !== undefined &&
      !isDistribution && {
        id: 'spotlight',
        label: spotlight === node ? 'Show everything again' : 'Show its path alone',
        group: 'show',
        shortcut: 'P',
        run: () => setSpotlight(spotlight === node ? undefined : node),
      },
    lane !== undefined && {
      id: 'fold-lane',
      label: folded.includes(lane)
        ? 'Unfold the behaviors of this target'
        : 'Fold the behaviors of this target',
      group: 'show',
      shortcut: 'Shift+F',
      run: () => toggleLane(currentDocument(), lane),
    },
    isDistribution && {
      id: 'fold',
      label: folded.includes(thing.owner) ? 'Unfold' : 'Fold',
      group: 'show',
      shortcut: 'F',
      run: () => toggleFolded(thing.owner),
    },
    page !== undefined && {
      id: 'page',
      label: 'Its page at AWS',
      group: 'show',
      run: () => void window.open(page, '_blank', 'noreferrer'),
    },
    { id: 'copy', label: 'Copy', group: 'clipboard', shortcut: 'Ctrl+C', run: () => void copySelected() },
    { id: 'paste', label: 'Paste', group: 'clipboard', shortcut: 'Ctrl+V', run: () => void pasteCopied() },
    { id: 'duplicate', label: 'Duplicate', group: 'clipboard', shortcut: 'Ctrl+D', run: duplicateSelected },
    {
      id: 'remove',
      label: 'Remove',
      group: 'remove',
      shortcut: 'Delete',
      isDisabled: !thing.isRemovable,
      run: removeSelected,
    },
  ]
  return entries.filter((entry) => entry !== false)
}
