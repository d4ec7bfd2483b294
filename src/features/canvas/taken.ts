/** What React Flow selects by click or frame, as the selection of the page. */
import type { NodeChange } from '@xyflow/react'
import type { PointerEvent } from 'react'
import { isSelected } from '#commands/actions.ts'
import { pathsOf } from '#commands/folding.ts'
import { selectAll, useSession } from '#state/session.ts'
import type { Projection } from '#things/project.ts'
import { setLayer } from './layers.ts'
import type { DesignFlowNode } from './node/data.ts'

type Change = NodeChange<DesignFlowNode>
type Nodes = Projection['byId']

/** What was selected while a node is held; undefined while none is. */
let waiting: readonly Change[] | undefined
/** The pointer that was pressed on a node last, and the node. */
let held: { readonly node: Element; readonly pointerId: number } | undefined

function take(byId: Nodes, changes: readonly Change[]): void {
  const selects = changes.filter((change) => change.type === 'select')
  if (selects.length === 0) return
  const { marked } = useSession.getState()
  const removed = selects.flatMap(({ id, selected }) => {
    const node = selected ? undefined : byId.get(id)
    return node ? pathsOf(node) : []
  })
  const added = selects.flatMap(({ id, selected }) => {
    const node = selected ? byId.get(id) : undefined
    return node ? pathsOf(node).filter((path) => !isSelected(marked, path)) : []
  })
  if (removed.length > 0 || added.length > 0)
    selectAll([...marked.filter((path) => !isSelected(removed, path)), ...added])
}

export function takeSelection(byId: Nodes, changes: readonly Change[]): void {
  if (waiting) waiting = [...waiting, ...changes]
  else take(byId, changes)
}

/** Takes what has been selected since a node was held. */
export function releaseSelection(byId: Nodes): void {
  setLayer('nodes', false)
  const changes = waiting ?? []
  waiting = undefined
  take(byId, changes)
}

/**
 * A drag selects what it moves as it begins. That is taken when it ends: the form that opens would make the canvas
 * narrower, and its drawing another under the pointer.
 */
function holdSelection({ target, shiftKey, pointerId }: PointerEvent, nodes: () => Nodes): void {
  // Shift draws a frame, and shows at once what it takes in.
  const node = target instanceof Element ? target.closest('.react-flow__node') : null
  if (shiftKey || !node) return
  held = { node, pointerId }
  waiting = []
  const release = () => {
    held = undefined
    for (const end of ['pointerup', 'pointercancel']) window.removeEventListener(end, release, true)
    // After the drag's own end, which comes with the mouse's event.
    setTimeout(() => releaseSelection(nodes()))
  }
  for (const end of ['pointerup', 'pointercancel']) window.addEventListener(end, release, true)
}

/**
 * Gives what is dragged all of the pointer: else every frame of a drag leaves and enters what the node, which follows a
 * little later, has under the pointer. Not from the press on, which would make a click one of the node as a whole.
 */
function capturePointer(): void {
  if (held?.node.isConnected) held.node.setPointerCapture(held.pointerId)
}

/** What the canvas does as a node is pressed and begins to be dragged. */
export const holding = (nodes: () => Nodes) => ({
  onPointerDownCapture: (event: PointerEvent) => holdSelection(event, nodes),
  onNodeDragStart: (_: unknown, { data }: DesignFlowNode) => {
    capturePointer()
    // The lines that go along are painted apart from the other nodes; a head takes all of those along.
    setLayer('nodes', data.node.kind !== 'distribution')
  },
})
