/** The ends of lines that can be taken hold of: of the one that is pointed at, and of the selected one. */
import { type MouseEvent, useMemo, useState } from 'react'
import type { FlowEdge } from './flow-items.ts'

/** While a button is held, an end may be on its way: it stays as long as that. */
const isFree = ({ buttons }: MouseEvent) => buttons === 0

export function useLineEnds(edges: FlowEdge[]) {
  const [pointed, setPointed] = useState<string | undefined>(undefined)
  const [handlers] = useState(() => ({
    onEdgeMouseEnter: (event: MouseEvent, { id }: FlowEdge) => {
      if (isFree(event)) setPointed(id)
    },
    onEdgeMouseLeave: (event: MouseEvent) => {
      if (isFree(event)) setPointed(undefined)
    },
  }))
  const withEnds = useMemo(
    () =>
      edges.map((edge) =>
        edge.id === pointed || edge.selected ? { ...edge, reconnectable: 'target' as const } : edge,
      ),
    [edges, pointed],
  )
  return { ...handlers, edges: withEnds, edgesReconnectable: false }
}
