import type { Connection, Edge, FinalConnectionState, HandleType } from '@xyflow/react'
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { draggedUse } from '#commands/uses.ts'
import type { Edit } from '#core/model/edit.ts'
import { commit, currentDocument } from '#state/design.ts'
import { announceEdit } from '#state/done.ts'
import { announce, useSession } from '#state/session.ts'
import type { CanvasNode, Projection } from '#things/project.ts'
import { connect, disconnect, dropRefusal, reconnect, refusal } from './connections.ts'
import type { Offer } from './node/data.ts'
import { itemCalled } from './palette/index.ts'

const done = (edit: Edit | undefined): boolean => {
  if (!edit) return false
  commit(edit)
  announceEdit(edit)
  return true
}

const pointOf = (event: MouseEvent | TouchEvent): { x: number; y: number } => {
  const point = 'changedTouches' in event ? event.changedTouches[0] : event
  return { x: point?.clientX ?? 0, y: point?.clientY ?? 0 }
}

/** The node at a point of the screen: an edge may be dropped anywhere on it, not on its handle alone. */
export const nodeIdAt = ({ x, y }: { x: number; y: number }): string | undefined =>
  document.elementFromPoint(x, y)?.closest<HTMLElement>('.react-flow__node')?.dataset['id']

/** Dropped on nothing: what to make there, from which node, and where on the screen. */
export interface Loose {
  readonly from: CanvasNode
  readonly at: { readonly x: number; readonly y: number }
}

interface Parts {
  readonly projection: () => Projection
  readonly setFrom: (node: string | undefined) => void
  readonly setLoose: (loose: Loose) => void
}

/** Made once: React Flow draws every node again when it is given another function. */
function createHandlers({ projection, setFrom, setLoose }: Parts) {
  // React Flow ends a reconnection as a connection too.
  let isReconnecting = false
  return {
    onConnectStart: (_: unknown, { nodeId }: { nodeId: string | null }) => setFrom(nodeId ?? undefined),
    onConnectEnd: (event: MouseEvent | TouchEvent, { fromNode }: FinalConnectionState) => {
      setFrom(undefined)
      if (isReconnecting) return
      const { byId } = projection()
      const source = byId.get(fromNode?.id ?? '')
      const at = pointOf(event)
      const over = nodeIdAt(at)
      if (!source || over === source.id) return
      const target = byId.get(over ?? '')
      if (!target) setLoose({ from: source, at })
      else if (!done(connect(currentDocument(), source, target)))
        announce(`Not connected. ${refusal(source, target) ?? 'It is connected already.'}`)
    },
    onReconnectStart: (_: unknown, edge: Edge) => {
      isReconnecting = true
      setFrom(edge.source)
    },
    onReconnectEnd: (event: MouseEvent | TouchEvent, { id }: Edge, _: HandleType) => {
      setFrom(undefined)
      isReconnecting = false
      const { byId, edges } = projection()
      const edge = edges.find((one) => one.id === id)
      const [source, was] = [byId.get(edge?.from ?? ''), byId.get(edge?.to ?? '')]
      if (!edge || !source || !was) return
      const over = nodeIdAt(pointOf(event))
      if (over === was.id) return
      const target = byId.get(over ?? '')
      const edit = target
        ? reconnect(currentDocument(), edge, source, was, target)
        : disconnect(currentDocument(), edge, source, was)
      if (done(edit)) return
      announce(
        target
          ? `Not connected. ${refusal(source, target) ?? 'It is connected already.'}`
          : 'A behavior always has an origin; drop the end on another one.',
      )
    },
    // What a connection means is decided when it ends, wherever on a node that is.
    onReconnect: () => {},
    isValidConnection: ({ source, target }: Connection | Edge) =>
      refusal(projection().byId.get(source), projection().byId.get(target)) === undefined,
  }
}

/** Where a policy or function goes that is dragged from one behavior to another. */
const onBehaviors = { on: 'behavior' } as const

/** Drawing edges, moving their ends, and what each node is to what is being dragged. */
export function useConnecting(projection: Projection) {
  const { byId, nodes } = projection
  const [drawnFrom, setFrom] = useState<string | undefined>(undefined)
  const stepping = useSession((session) => session.connecting)
  const from = drawnFrom ?? stepping
  const [loose, setLoose] = useState<Loose | undefined>(undefined)
  const draggedId = useSession((session) => session.dragged)
  const dragged = draggedId === draggedUse ? onBehaviors : itemCalled(draggedId ?? '')
  const offers = useMemo((): ReadonlyMap<string, Offer> | undefined => {
    if (from === undefined && dragged && 'replace' in dragged)
      return new Map(nodes.flatMap(({ id, kind }) => (kind === 'origin' ? [[id, 'valid'] as const] : [])))
    if (from === undefined && dragged?.on === undefined) return undefined
    const source = byId.get(from ?? '')
    return new Map(
      nodes
        .filter(({ id, kind }) => id !== from && kind !== 'viewer')
        .map((node): [string, Offer] => {
          const reason = source ? refusal(source, node) : dragged && dropRefusal(dragged, node)
          return [node.id, reason === undefined ? 'valid' : { refusal: reason }]
        }),
    )
  }, [from, dragged, byId, nodes])
  const latest = useRef(projection)
  useLayoutEffect(() => {
    latest.current = projection
  })
  const [handlers] = useState(() => createHandlers({ projection: () => latest.current, setFrom, setLoose }))
  return { offers, loose, closeLoose: () => setLoose(undefined), handlers }
}
