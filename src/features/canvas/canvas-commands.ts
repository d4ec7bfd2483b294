/** The commands of things and of the view, for the palette of commands, the keys and the sheet of keys. */

import {
  duplicateSelected,
  editThing,
  moveInPrecedence,
  removeSelected,
  selectEverything,
  selectedPaths,
} from '#commands/actions.ts'
import { canConnect, connectFrom } from '#commands/connecting.ts'
import {
  lanePrefix,
  lanePrefixes,
  laneTarget,
  laneTargets,
  toggleLane,
  toggleLanes,
} from '#commands/folding.ts'
import { tidyUp } from '#core/edits/resources.ts'
import { neighborsAround } from '#core/neighbors/around.ts'
import type { Command } from '#state/commands.ts'
import { keepMarks, useComparison } from '#state/comparison.ts'
import { commit, currentDocument, useDesign } from '#state/design.ts'
import { announceEdit } from '#state/done.ts'
import {
  announce,
  searchFor,
  select,
  setAround,
  setConnecting,
  setSpotlight,
  toggleFolded,
  useSession,
} from '#state/session.ts'
import { project } from '#things/project.ts'
import { thingAt } from '#things/thing.ts'
import { disconnect } from './connections.ts'
import { putSticky } from './new-sticky.ts'
import { fitAll, fitNodes, zoomBy, zoomToFull } from './view.ts'

const isOpen = () => useDesign.getState().id !== ''
const hasSelection = () => isOpen() && selectedPaths().length > 0
const selection = () => useSession.getState().selection ?? []
const nodeOfSelection = () => thingAt(currentDocument(), useSession.getState().selection)?.node

const laneOfSelection = () => laneTarget(currentDocument(), selection())

function toggleSpotlight(): void {
  const node = nodeOfSelection()
  const { spotlight } = useSession.getState()
  setSpotlight(spotlight === undefined || (node !== undefined && spotlight !== node) ? node : undefined)
  const title = thingAt(currentDocument(), useSession.getState().selection)?.title
  announce(
    useSession.getState().spotlight === undefined
      ? 'Everything is shown again.'
      : `The path of “${title}” is shown on its own.`,
  )
}

function toggleAround(): void {
  const { around } = useSession.getState()
  setAround(!around)
  announce(around ? 'What stands around is hidden.' : 'What stands around is shown beside the drawing.')
}

function toggleMarks(): void {
  const { isKept } = useComparison.getState()
  keepMarks(!isKept)
  announce(isKept ? 'Changes are no longer marked.' : 'What changed since the design was opened is marked.')
}

/** Takes the selected connection away, where a thing can be without it. */
function removeEdge(): void {
  const { edge: id, folded } = useSession.getState()
  const { edges, byId } = project(currentDocument(), folded)
  const edge = edges.find((one) => one.id === id)
  const [from, to] = [byId.get(edge?.from ?? ''), byId.get(edge?.to ?? '')]
  const leave = edge && from && to ? disconnect(currentDocument(), edge, from, to) : undefined
  if (!leave) {
    announce('A behavior always has an origin; lead the connection to another one instead.')
    return
  }
  commit(leave)
  announceEdit(leave)
}

/** Escape takes one thing back at a time: a connection that was begun, the search, the path that is shown alone, the selection. */
function stepBack(): void {
  const { search, spotlight, connecting } = useSession.getState()
  if (connecting !== undefined) setConnecting(undefined)
  else if (search !== undefined) searchFor(undefined)
  else if (spotlight !== undefined) setSpotlight(undefined)
  else select(undefined)
}

const edit: readonly Omit<Command, 'group'>[] = [
  {
    id: 'edit',
    label: 'Edit the selected thing',
    keys: ['Enter'],
    where: 'design',
    isPossible: hasSelection,
    run: () => editThing(selection()),
  },
  {
    id: 'rename',
    label: 'Rename the selected thing',
    keys: ['F2'],
    isPossible: hasSelection,
    run: () => editThing(selection(), 'name'),
  },
  {
    id: 'duplicate',
    label: 'Duplicate what is selected',
    keys: ['Ctrl+D'],
    isPossible: hasSelection,
    run: duplicateSelected,
  },
  {
    id: 'remove',
    label: 'Remove what is selected',
    keys: ['Delete'],
    where: 'design',
    isPossible: () => hasSelection() || useSession.getState().edge !== undefined,
    run: () => (useSession.getState().edge === undefined ? removeSelected() : removeEdge()),
  },
  {
    id: 'select-all',
    label: 'Select everything',
    keys: ['Ctrl+A'],
    where: 'design',
    isPossible: isOpen,
    run: selectEverything,
  },
  {
    id: 'connect',
    label: 'Connect the selected behavior or group with…',
    keys: ['C'],
    where: 'design',
    isPossible: () => canConnect(selection()),
    run: () => connectFrom(selection()),
  },
  {
    id: 'note',
    label: 'Write a note on the drawing',
    keys: ['N'],
    where: 'design',
    isPossible: isOpen,
    run: () => putSticky('note'),
  },
  { id: 'frame', label: 'Put a frame on the drawing', isPossible: isOpen, run: () => putSticky('frame') },
  {
    id: 'precede',
    label: 'Move the behavior up in precedence',
    keys: ['Alt+↑'],
    isPossible: () => selection()[3] === 'CacheBehaviors',
    run: () => moveInPrecedence(selection().slice(0, 5), -1),
  },
  {
    id: 'follow',
    label: 'Move the behavior down in precedence',
    keys: ['Alt+↓'],
    isPossible: () => selection()[3] === 'CacheBehaviors',
    run: () => moveInPrecedence(selection().slice(0, 5), 1),
  },
]

const view: readonly Omit<Command, 'group'>[] = [
  {
    id: 'find',
    label: 'Find in the design',
    keys: ['Ctrl+F'],
    where: 'everywhere',
    isPossible: isOpen,
    run: () => searchFor(''),
  },
  { id: 'fit', label: 'Fit everything into the canvas', keys: ['1'], isPossible: isOpen, run: fitAll },
  {
    id: 'fit-selection',
    label: 'Fit the selection into the canvas',
    keys: ['2'],
    isPossible: hasSelection,
    run: () => fitNodes(selectedPaths().flatMap((path) => thingAt(currentDocument(), path)?.node ?? [])),
  },
  { id: 'full-size', label: 'Zoom to 100 %', keys: ['0'], isPossible: isOpen, run: zoomToFull },
  { id: 'zoom-in', label: 'Zoom in', keys: ['+', '='], isPossible: isOpen, run: () => zoomBy(true) },
  { id: 'zoom-out', label: 'Zoom out', keys: ['-'], isPossible: isOpen, run: () => zoomBy(false) },
  {
    id: 'spotlight',
    label: 'Show only the path of the selected thing',
    keys: ['P'],
    isPossible: () => nodeOfSelection() !== undefined || useSession.getState().spotlight !== undefined,
    run: toggleSpotlight,
  },
  {
    id: 'fold',
    label: 'Fold or unfold the distribution',
    keys: ['F'],
    isPossible: hasSelection,
    run: () => toggleFolded(String(selection()[1])),
  },
  {
    id: 'fold-lane',
    label: 'Fold or unfold the behaviors of the selected origin, group or behavior',
    keys: ['Shift+F'],
    isPossible: () => laneOfSelection() !== undefined,
    run: () => toggleLane(currentDocument(), laneOfSelection() ?? ''),
  },
  {
    id: 'fold-lanes',
    label: 'Fold the behaviors of each origin, or unfold all',
    isPossible: () => isOpen() && laneTargets(currentDocument()).length > 0,
    run: () => toggleLanes(laneTargets(currentDocument()), lanePrefixes(currentDocument()), 'origin'),
  },
  {
    id: 'fold-prefix',
    label: 'Fold or unfold the behaviors that begin as the selected one does',
    isPossible: () => lanePrefix(currentDocument(), selection()) !== undefined,
    run: () => toggleLane(currentDocument(), lanePrefix(currentDocument(), selection()) ?? ''),
  },
  {
    id: 'fold-prefixes',
    label: 'Fold the behaviors that begin alike, or unfold all',
    isPossible: () => isOpen() && lanePrefixes(currentDocument()).length > 0,
    run: () => toggleLanes(lanePrefixes(currentDocument()), laneTargets(currentDocument()), 'prefix'),
  },
  {
    id: 'around',
    label: 'Show or hide what stands around',
    isPossible: () => isOpen() && neighborsAround(currentDocument()).length > 0,
    run: toggleAround,
  },
  {
    id: 'mark-differences',
    label: 'Mark on the drawing what changed, or unmark it',
    isPossible: isOpen,
    run: toggleMarks,
  },
  {
    id: 'tidy',
    label: 'Tidy up the layout: everything back to its column but what is pinned',
    isPossible: isOpen,
    run: () => {
      if (Object.values(currentDocument().layout).some(({ pinned }) => !pinned)) commit(tidyUp)
      else announce('Everything stands in its column already, or is pinned.')
      fitAll()
    },
  },
  {
    id: 'back',
    label: 'Close the search, show everything, clear the selection',
    keys: ['Esc'],
    isPossible: isOpen,
    isKeyOnly: true,
    run: stepBack,
  },
]

export const canvasCommands: readonly Command[] = [
  ...edit.map((command): Command => ({ ...command, group: 'Edit' })),
  ...view.map((command): Command => ({ ...command, group: 'View' })),
]

/** Keys that the browser and React Flow handle themselves, for the sheet of keys. */
export const otherKeys: readonly (readonly [keys: string, label: string])[] = [
  ['Ctrl+C / Ctrl+X / Ctrl+V', 'Copy, cut, paste what is selected, between designs too'],
  ['Shift+drag', 'Select with a frame'],
  ['Ctrl+click', 'Add to the selection'],
  ['Space+drag', 'Move the canvas'],
  ['Shift+F10', 'The menu of the selected thing'],
  ['Tab', 'From the distribution to its behaviors, groups and origins'],
  ['↑ ↓ on behaviors', 'From behavior to behavior; with Shift several of them'],
  ['→ ← on behaviors', 'To the connection, then to what it leads to, and back'],
  ['Arrows on the others', 'Move the selected distribution, group or origin'],
]
