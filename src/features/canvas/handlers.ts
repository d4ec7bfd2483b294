/** What the pointer and the keys do on the canvas. */
import type { NodeChange } from '@xyflow/react'
import type { DragEvent, FocusEvent, KeyboardEvent, MouseEvent } from 'react'
import { isSelected } from '#commands/actions.ts'
import { thingMenu } from '#commands/thing-menu.ts'
import { dropHeld, mimeOfUse } from '#commands/uses.ts'
import { moveBehavior } from '#core/edits/behaviors.ts'
import { placeNode } from '#core/edits/resources.ts'
import { combine } from '#core/model/edit.ts'
import { commit, currentDocument } from '#state/design.ts'
import { announceEdit } from '#state/done.ts'
import { select, selectEdge, setConnecting, speak, useSession } from '#state/session.ts'
import type { Projection } from '#things/project.ts'
import type { MenuEntry } from '#ui/Menu.tsx'
import { edgeMenu, nodeMenu, paneMenu } from './canvas-menus.ts'
import { stepConnection } from './connect-by-steps.ts'
import { isDragged } from './dragging.ts'
import type { FlowEdge } from './flow-items.ts'
import { focusedIn, idAround, onKey, selectNode } from './keyboard.ts'
import { setLayer } from './layers.ts'
import type { DesignFlowNode } from './node/data.ts'
import { insertFromPalette, paletteMime } from './palette/index.ts'
import { holding, releaseSelection, takeSelection } from './taken.ts'
import { nodeIdAt } from './use-connecting.ts'
import { chipMenu } from './uses-menu.ts'
import { placeBeside } from './view.ts'

export interface OpenMenu {
  readonly label: string
  readonly entries: readonly MenuEntry[]
  readonly at: { readonly x: number; readonly y: number }
}

/** The precedence that a dragged behavior has where it was dropped. */
function droppedOrder(nodes: readonly DesignFlowNode[], dropped: DesignFlowNode): number | undefined {
  const { node } = dropped.data
  if (node.kind !== 'behavior' || node.order === undefined) return undefined
  const others = nodes.filter(
    ({ id, data }) => id !== dropped.id && data.node.owner === node.owner && data.node.order !== undefined,
  )
  return others.filter(({ position }) => position.y < dropped.position.y).length
}

/** Writes down where nodes were dragged to; a behavior's place is its precedence. */
function dropNodes(nodes: readonly DesignFlowNode[], dropped: readonly DesignFlowNode[]): void {
  const [only] = dropped
  if (dropped.length === 1 && only?.data.node.kind === 'behavior') {
    const order = droppedOrder(nodes, only)
    const { node } = only.data
    const edit =
      order === undefined
        ? undefined
        : moveBehavior(currentDocument(), node.owner, (node.order ?? 1) - 1, order)
    if (!edit) return
    commit(edit)
    select([...node.path.slice(0, -1), order ?? 0])
    announceEdit(edit)
    return
  }
  const moved = dropped.filter(({ data }) => data.node.kind !== 'behavior' && data.node.kind !== 'lane')
  if (moved.length === 0) return
  const edits = moved.map(({ id, position, data }) => placeNode(id, placeBeside(data.node, position)))
  commit(combine(edits.length === 1 ? 'Move node' : `Move ${edits.length} nodes`, edits))
}

/** What the handlers need to know of the canvas as it is drawn now. */
export interface Drawn {
  readonly projection: Projection
  readonly nodes: readonly DesignFlowNode[]
  readonly change: (changes: NodeChange<DesignFlowNode>[]) => void
  readonly settle: () => void
  readonly showMenu: (menu: OpenMenu) => void
}
type PointEvent = { clientX: number; clientY: number; preventDefault: () => void }

function dropItem(event: DragEvent, { byId, edges }: Projection): void {
  const item = event.dataTransfer.getData(paletteMime)
  if (item === '') return
  event.preventDefault()
  event.stopPropagation()
  const edge = edges.find(({ id }) => id === idAround(event.target, 'edge'))
  const onto = byId.get(nodeIdAt({ x: event.clientX, y: event.clientY }) ?? edge?.from ?? '')
  insertFromPalette(item, onto?.path)
}

/** A policy or function that was taken from another row; false where it is something else that is dropped. */
function dropUse(event: DragEvent, { byId }: Projection): boolean {
  if (!event.dataTransfer.types.includes(mimeOfUse)) return false
  event.preventDefault()
  event.stopPropagation()
  const node = byId.get(nodeIdAt({ x: event.clientX, y: event.clientY }) ?? '')
  return dropHeld(node?.lane ? undefined : node?.path)
}

/** The connection or the node under what is dragged is marked: a drop goes there. */
function pointAt(target: EventTarget | null): void {
  const under = target instanceof Element ? target.closest('.react-flow__edge, .react-flow__node') : null
  for (const before of document.querySelectorAll('.react-flow .is-target'))
    if (before !== under) before.classList.remove('is-target')
  under?.classList.add('is-target')
}

/**
 * As long as the view moves the design is a layer of its own, which is moved and not painted anew at each frame. Not
 * where it goes along with a drag at the canvas's edge: there each frame is a move of its own, with a layer made and undone.
 */
function setMoving(isMoving: boolean): void {
  if (!isMoving || !isDragged()) setLayer('viewport', isMoving)
}

/**
 * Handlers that stay the same functions as long as the canvas is open: React Flow draws every node again when it is
 * given another one. `drawn` gives what is drawn when they run.
 */
export function createHandlers(drawn: () => Drawn) {
  const open = (event: PointEvent, label: string, entries: readonly MenuEntry[]) => {
    event.preventDefault()
    if (entries.length > 0) drawn().showMenu({ label, entries, at: { x: event.clientX, y: event.clientY } })
  }
  const stop = (dragged: readonly DesignFlowNode[]) => {
    const { nodes, projection, settle } = drawn()
    releaseSelection(projection.byId)
    dropNodes(nodes, dragged)
    settle()
  }
  return {
    onNodesChange: (changes: NodeChange<DesignFlowNode>[]) => {
      takeSelection(drawn().projection.byId, changes)
      drawn().change(changes.filter(({ type }) => type !== 'remove' && type !== 'select'))
    },
    ...holding(() => drawn().projection.byId),
    onNodeDragStop: (_: unknown, __: unknown, dragged: DesignFlowNode[]) => stop(dragged),
    onSelectionDragStop: (_: unknown, dragged: DesignFlowNode[]) => stop(dragged),
    onMoveStart: () => setMoving(true),
    onMoveEnd: () => setMoving(false),
    onPaneClick: () => {
      setConnecting(undefined)
      select(undefined)
    },
    onNodeClick: (event: MouseEvent, { data }: DesignFlowNode) => {
      if (stepConnection(drawn().projection, data.node, event.target)) return
      // React Flow says nothing where the node is selected already.
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey) selectNode(data.node)
    },
    onNodeContextMenu: (event: MouseEvent, { data }: DesignFlowNode) => {
      if (!isSelected(useSession.getState().marked, data.node.path)) selectNode(data.node)
      // What was pointed at comes first, and the row has its menu all the same.
      const first = chipMenu(data.node.path, event.target)
      const rest = nodeMenu(data.node).filter(({ id }) => !first.some((one) => one.id === id))
      open(event, `Menu of ${data.summary.title}`, [...first, ...rest])
    },
    onSelectionContextMenu: (event: MouseEvent) =>
      open(event, 'Menu of the selection', thingMenu(useSession.getState().selection ?? [])),
    onPaneContextMenu: (event: PointEvent) =>
      open(event, 'Menu of the canvas', paneMenu({ x: event.clientX, y: event.clientY })),
    onEdgeClick: (_: MouseEvent, { id, ariaLabel }: FlowEdge) => {
      selectEdge(id)
      speak(`${ariaLabel ?? ''}.`)
    },
    onEdgeContextMenu: (event: MouseEvent, { id, data, ariaLabel }: FlowEdge) => {
      if (!data) return
      selectEdge(id)
      open(event, `Menu of the connection: ${ariaLabel ?? ''}`, edgeMenu(drawn().projection, data.edge))
    },
    onKeyDownCapture: (event: KeyboardEvent) => onKey(event, drawn().projection),
    onFocusCapture: (event: FocusEvent) => focusedIn(event, drawn().projection),
    onDragOver: (event: DragEvent) => {
      const { types } = event.dataTransfer
      if (!types.includes(paletteMime) && !types.includes(mimeOfUse)) return
      event.preventDefault()
      pointAt(event.target)
    },
    onDragLeave: () => pointAt(null),
    onDrop: (event: DragEvent) => {
      pointAt(null)
      if (!dropUse(event, drawn().projection)) dropItem(event, drawn().projection)
    },
  }
}
