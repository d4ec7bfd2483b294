/** The menus of the canvas: of a node, of an edge, of the empty canvas, and of an edge dropped on nothing. */

import {
  copySelected,
  duplicateSelected,
  pasteCopied,
  removeSelected,
  selectEverything,
} from '#commands/actions.ts'
import { toggleLane } from '#commands/folding.ts'
import { insertGroupAt, thingMenu } from '#commands/thing-menu.ts'
import { pinNode } from '#core/edits/resources.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import { applyEdit, combine } from '#core/model/edit.ts'
import { valueAt } from '#core/model/path.ts'
import { commit, currentDocument } from '#state/design.ts'
import { announceEdit } from '#state/done.ts'
import { announce, searchFor, select, showDialog } from '#state/session.ts'
import type { CanvasEdge, CanvasNode, Projection } from '#things/project.ts'
import { project } from '#things/project.ts'
import type { MenuEntry } from '#ui/Menu.tsx'
import { connect, disconnect } from './connections.ts'
import { putSticky } from './new-sticky.ts'
import { insertFromPalette } from './palette/index.ts'
import { originItems } from './palette/origins.ts'
import { routingItems } from './palette/routing.ts'
import { usesMenu } from './uses-menu.ts'
import { fitAll, placeBeside, positionOf } from './view.ts'

/** The menu of the empty canvas. */
export const paneMenu = (at: { readonly x: number; readonly y: number }): readonly MenuEntry[] => [
  {
    id: 'behavior',
    label: 'Add a cache behavior',
    group: 'add',
    run: () => insertFromPalette('behavior', undefined),
  },
  {
    id: 'origin',
    label: 'Add an HTTP server',
    group: 'add',
    run: () => insertFromPalette('custom', undefined),
  },
  {
    id: 'bucket',
    label: 'Add an S3 bucket',
    group: 'add',
    run: () => insertFromPalette('s3-bucket', undefined),
  },
  { id: 'note', label: 'Write a note here', group: 'note', shortcut: 'N', run: () => putSticky('note', at) },
  { id: 'frame', label: 'Put a frame here', group: 'note', run: () => putSticky('frame', at) },
  {
    id: 'more',
    label: 'Everything that can be done…',
    group: 'add',
    shortcut: 'Ctrl+K',
    run: () => showDialog('commands'),
  },
  { id: 'paste', label: 'Paste', group: 'clipboard', shortcut: 'Ctrl+V', run: () => void pasteCopied() },
  { id: 'all', label: 'Select everything', group: 'clipboard', shortcut: 'Ctrl+A', run: selectEverything },
  { id: 'find', label: 'Find…', group: 'view', shortcut: 'Ctrl+F', run: () => searchFor('') },
  { id: 'fit', label: 'Fit everything', group: 'view', shortcut: '1', run: fitAll },
]

/** Whether a thing that can be dragged stays where it stands. */
function pinMenu(node: CanvasNode): readonly MenuEntry[] {
  const { id, kind, position, isPinned } = node
  if (kind !== 'distribution' && kind !== 'origin' && kind !== 'group') return []
  const label = isPinned ? 'Unpin: tidying up may move it' : 'Pin where it stands'
  const run = () => {
    commit(pinNode(id, placeBeside(node, positionOf(id) ?? position), !isPinned))
    announce(isPinned ? 'Tidying up may move it again.' : 'It stays where it stands when you tidy up.')
  }
  return [{ id: 'pin', label, group: 'pin', run }]
}

/** The menu of a node: of its thing, or of the behaviors that are folded into it. */
export const nodeMenu = ({ path, lane, ...node }: CanvasNode): readonly MenuEntry[] =>
  lane === undefined
    ? [...thingMenu(path), ...pinMenu({ path, ...node }), ...usesMenu(path)]
    : [
        {
          id: 'unfold',
          label: 'Unfold the behaviors',
          group: 'show',
          shortcut: 'Shift+F',
          run: () => toggleLane(currentDocument(), lane.fold),
        },
        { id: 'copy', label: 'Copy', group: 'clipboard', shortcut: 'Ctrl+C', run: () => void copySelected() },
        {
          id: 'duplicate',
          label: 'Duplicate',
          group: 'clipboard',
          shortcut: 'Ctrl+D',
          run: duplicateSelected,
        },
        { id: 'remove', label: 'Remove', group: 'remove', shortcut: 'Delete', run: removeSelected },
      ]

/** The menu of an edge; an edge that only shows the way has none. */
export function edgeMenu({ byId }: Projection, edge: CanvasEdge): readonly MenuEntry[] {
  const [from, to] = [byId.get(edge.from), byId.get(edge.to)]
  if (!from || !to || edge.is === 'way' || edge.is === 'within') return []
  const leave = disconnect(currentDocument(), edge, from, to)
  const entries: (MenuEntry | false | undefined)[] = [
    from.kind === 'behavior' &&
      to.kind === 'origin' && {
        id: 'group',
        label: 'Insert an origin group here',
        run: () => insertGroupAt(from.path),
      },
    leave && {
      id: 'leave',
      label: leave.label,
      run: () => {
        commit(leave)
        announceEdit(leave)
      },
    },
    { id: 'from', label: 'Select where it begins', group: 'ends', run: () => select(from.path) },
    { id: 'to', label: 'Select where it leads', group: 'ends', run: () => select(to.path) },
  ]
  return entries.filter((entry) => entry !== false && entry !== undefined)
}

/** Adds an item and leads the edge to it: one step of undo. */
function addAndConnect(from: CanvasNode, insert: (typeof originItems)[number]): void {
  const document = currentDocument()
  const added = insert.insert(document, { owner: from.owner })
  const next = applyEdit(document, added.edit)
  const to = project(next).nodes.find(({ path }) => valueAt(next, path) === valueAt(next, added.path))
  const edge = to && connect(next, from, to)
  commit(edge ? combine(added.edit.label, [added.edit, edge]) : added.edit)
  select(added.path, added.focus)
  announceEdit(added.edit)
}

/** What an edge dropped on the empty canvas can lead to: what is there, and what can be added. */
export function looseMenu(from: CanvasNode): readonly MenuEntry[] {
  const site = distributionsIn(currentDocument()).find(({ id }) => id === from.owner)
  if (!site) return []
  const groups = from.kind === 'behavior' ? routingItems.filter(({ id }) => id === 'group') : []
  return [...originItems, ...groups].map((item) => ({
    id: item.id,
    label: `New ${item.label}`,
    group: item.group,
    run: () => addAndConnect(from, item),
  }))
}
