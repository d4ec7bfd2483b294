/** What React Flow selects by click or frame, as the selection of the page. */
import type { NodeChange } from '@xyflow/react'
import type { PointerEvent } from 'react'
import { isSelected } from '#commands/actions.ts'
import { pathsOf } from '#commands/folding.ts'
import { selectAll, useSession } from '#state/session.ts'
import type { Projection } from '#things/project.ts'
import { idAround } from './keyboard.ts'
import type { DesignFlowNode } from './node/data.ts'

type Change = NodeChange<DesignFlowNode>
type Nodes = Projection['byId']

/** What was selected while a node is held; undefined while none is. */
let waiting: readonly Change[] | undefined

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
  const changes = waiting ?? []
  waiting = undefined
  take(byId, changes)
}

/**
 * A drag selects what it moves as it begins. That is taken when it ends: the form that opens would make the canvas
 * narrower, and its drawing another under the pointer.
 */
export function holdSelection({ target, shiftKey }: PointerEvent, nodes: () => Nodes): void {
  // Shift draws a frame, and shows at once what it takes in.
  if (shiftKey || idAround(target, 'node') === undefined) return
  waiting = []
  const release = () => {
    for (const end of ['pointerup', 'pointercancel']) window.removeEventListener(end, release, true)
    // After the drag's own end, which comes with the mouse's event.
    setTimeout(() => releaseSelection(nodes()))
  }
  for (const end of ['pointerup', 'pointercancel']) window.addEventListener(end, release, true)
}
