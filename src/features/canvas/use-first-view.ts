/** The first view of the drawing, in one go: what is in sight, where it belongs; the rest when that was painted. */
import { useStoreApi, type Viewport } from '@xyflow/react'
import { useEffect, useState } from 'react'
import { afterPaint } from '#ui/after-paint.ts'
import type { FlowEdge } from './flow-items.ts'
import type { DesignFlowNode } from './node/data.ts'
import { look, lookAround, lookOnlyAt } from './sight.ts'
import { boxAround, firstViewport } from './view.ts'

interface First {
  readonly nodes: readonly DesignFlowNode[]
  readonly edges: readonly FlowEdge[]
  readonly size: { readonly width: number; readonly height: number }
}

/**
 * Gives React Flow's store what it draws first, and the viewport. By itself it takes nodes and viewport in effects: the
 * page would be laid out and painted with an empty canvas, and again with every node at another place.
 */
export function useFirstView({ nodes, edges, size }: First): Viewport {
  const store = useStoreApi()
  const [viewport] = useState(() => {
    const { x, y, zoom } = firstViewport(boxAround(nodes), size)
    store.setState({ ...size, transform: [x, y, zoom] })
    const { setNodes, setEdges } = store.getState()
    setNodes([...nodes])
    setEdges([...edges])
    lookOnlyAt(store.getState())
    return { x, y, zoom }
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
  return viewport
}
