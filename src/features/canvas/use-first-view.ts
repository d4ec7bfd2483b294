/** The first view of the drawing, in one go: what is in sight, where it belongs; the rest when that was painted. */
import { useStoreApi } from '@xyflow/react'
import { useEffect, useState } from 'react'
import { afterPaint, useIsPainted } from '#ui/after-paint.ts'
import type { FlowEdge } from './flow-items.ts'
import type { DesignFlowNode } from './node/data.ts'
import { isNear, look, lookAround, lookOnlyAt } from './sight.ts'
import { boxAround, firstViewport } from './view.ts'

interface First {
  readonly nodes: readonly DesignFlowNode[]
  readonly edges: FlowEdge[]
  readonly size: { readonly width: number; readonly height: number }
}

/** The edges that pass through what is in sight, by the boxes that their ends span. */
function edgesInSight({ nodes, edges }: First): FlowEdge[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  return edges.filter(({ source, target }) => {
    const box = boxAround([source, target].flatMap((id) => byId.get(id) ?? []))
    return (
      box && isNear({ x: box.left, y: box.top, width: box.right - box.left, height: box.bottom - box.top })
    )
  })
}

/**
 * Gives React Flow's store what it draws first, and the viewport. By itself it takes nodes and viewport in effects: the
 * page would be laid out and painted with an empty canvas, and again with every node at another place.
 */
export function useFirstView({ nodes, edges, size }: First) {
  const store = useStoreApi()
  const isPainted = useIsPainted()
  const [{ viewport, inSight }] = useState(() => {
    const { x, y, zoom } = firstViewport(boxAround(nodes), size)
    store.setState({ ...size, transform: [x, y, zoom] })
    const { setNodes, setEdges } = store.getState()
    lookOnlyAt(store.getState())
    const inSight = isPainted ? edges : edgesInSight({ nodes, edges, size })
    setNodes([...nodes])
    setEdges([...inSight])
    return { viewport: { x, y, zoom }, inSight }
  })
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
  return { viewport, edges: isPainted ? edges : inSight }
}
