/** The first view of the drawing, in one go: what is in sight, where it belongs; the rest when that was painted. */
import { type Edge, type Node, useStoreApi } from '@xyflow/react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { afterPaint } from '#ui/after-paint.ts'
import type { FlowEdge } from './flow-items.ts'
import type { DesignFlowNode } from './node/data.ts'
import { type Box, look, lookAround, lookOnlyAt, meet, regionNear, useRegion } from './sight.ts'
import { boxAround, firstViewport } from './view.ts'

interface First {
  readonly nodes: readonly DesignFlowNode[]
  readonly edges: FlowEdge[]
  readonly size: { readonly width: number; readonly height: number }
}

/** The edges that pass through a part of the design, by the boxes that their ends span; and the one that is selected. */
function edgesWithin(region: Box | undefined, nodes: readonly DesignFlowNode[], edges: FlowEdge[]) {
  if (!region) return edges
  const byId = new Map(nodes.map((node) => [node.id, node]))
  return edges.filter(({ source, target, selected }) => {
    const box = boxAround([source, target].flatMap((id) => byId.get(id) ?? []))
    if (!box || selected) return true
    const [width, height] = [box.right - box.left, box.bottom - box.top]
    return meet(region, { x: box.left, y: box.top, width, height })
  })
}

const isSame = <Item>(a: readonly Item[], b: readonly Item[]): boolean =>
  a.length === b.length && a.every((item, at) => item === b[at])

/** The edges that are in sight or near it, as nodes are drawn; the same list as long as they are the same. */
function useNearEdges(nodes: readonly DesignFlowNode[], edges: FlowEdge[]): FlowEdge[] {
  const region = useRegion()
  const last = useRef<FlowEdge[]>([])
  return useMemo(() => {
    const now = edgesWithin(region, nodes, edges)
    const { current } = last
    if (!isSame(now, current)) last.current = now
    return last.current
  }, [region, nodes, edges])
}

/**
 * Sets a list, and passes over it where it comes once more: what React Flow was drawn with it gives to its store again,
 * and every part of the drawing looks at all of it.
 */
function setOnce<Item>(first: Item[], set: (items: Item[]) => void): (items: Item[]) => void {
  let isExpected = true
  set(first)
  return (items) => {
    const isKnown = isExpected && isSame(items, first)
    isExpected = false
    // Later a list without a change is how React Flow asks to be looked at again.
    if (!isKnown) set(items)
  }
}

/**
 * Gives React Flow's store what it draws first; returns its properties for the viewport and the edges that are near. By
 * itself it takes nodes and viewport in effects: the page would be laid out and painted with an empty canvas, and again
 * with every node at another place.
 */
export function useFirstView({ nodes, edges, size }: First) {
  const store = useStoreApi()
  const [viewport] = useState(() => {
    const { x, y, zoom } = firstViewport(boxAround(nodes), size)
    // Nothing is measured: sizes and handles are told, and an empty node that is measured has no handles and no edges.
    store.setState({
      ...size,
      transform: [x, y, zoom],
      updateNodeInternals: () => undefined,
      // The property comes after the first drawing, with an end at each line in it.
      edgesReconnectable: false,
    })
    lookOnlyAt(store.getState())
    const { setNodes, setEdges } = store.getState()
    store.setState({
      setNodes: setOnce<Node>([...nodes], setNodes),
      setEdges: setOnce<Edge>([...edgesWithin(regionNear(), nodes, edges)], setEdges),
    })
    return { x, y, zoom }
  })
  const near = useNearEdges(nodes, edges)
  useEffect(() => {
    let isOver = false
    const stop = store.subscribe(look)
    afterPaint(() => {
      if (!isOver) lookAround(store.getState())
    })
    return () => {
      isOver = true
      stop()
    }
  }, [store])
  return { defaultViewport: viewport, edges: near }
}
