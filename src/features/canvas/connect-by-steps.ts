/** Connecting without dragging: a handle is tapped, or the menu asked; then the target is tapped or chosen by Enter. */

import { commit, currentDocument } from '#state/design.ts'
import { announceEdit } from '#state/done.ts'
import { announce, setConnecting, useSession } from '#state/session.ts'
import type { CanvasNode, Projection } from '#things/project.ts'
import { connect, refusal } from './connections.ts'

/** True where an event belongs to the handle from which connections begin. */
const isSource = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('.react-flow__handle.source.connectable') !== null

/**
 * Takes a tap, or Enter, on a node as the next step of a connection. False where it is none: nothing is being
 * connected, and it was not on a handle.
 */
export function stepConnection({ byId }: Projection, node: CanvasNode, target: EventTarget | null): boolean {
  const from = byId.get(useSession.getState().connecting ?? '')
  if (!from || from.id === node.id) {
    if (!from && !isSource(target)) return false
    setConnecting(from ? undefined : node.id)
    announce(
      from ? 'Nothing was connected.' : 'Tap what it leads to, or choose it and press Enter; Esc cancels.',
    )
    return true
  }
  setConnecting(undefined)
  const edit = connect(currentDocument(), from, node)
  if (edit) {
    commit(edit)
    announceEdit(edit)
  } else announce(`Not connected. ${refusal(from, node) ?? 'It is connected already.'}`)
  return true
}
