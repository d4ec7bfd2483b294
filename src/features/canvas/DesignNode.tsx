import { type NodeProps, useStoreApi } from '@xyflow/react'
import { memo, useCallback, useSyncExternalStore } from 'react'
import type { CanvasNode } from '#things/project.ts'
import { subscribeDragged } from './dragging.ts'
import { Card, Head } from './node/Card.tsx'
import { type DesignFlowNode, handlesOf } from './node/data.ts'
import styles from './node/node.module.css'
import { Port } from './node/Port.tsx'
import { Row } from './node/Row.tsx'
import { isNear, subscribeRegion } from './sight.ts'

/** An attribute that is there where something is so: most of a hundred nodes have none of them. */
const where = (is: boolean | undefined): true | undefined => (is ? true : undefined)

/** What a node says; it is the same wherever the node is dragged. */
const Content = memo(function Content({
  data,
  selected,
}: Pick<NodeProps<DesignFlowNode>, 'data' | 'selected'>) {
  const { node, isLit, isDim, isUser, offer, fit, difference } = data
  const handles = handlesOf(node)
  const isRow = node.kind === 'behavior' || node.kind === 'lane'
  return (
    <div
      className={styles['node']}
      data-kind={node.kind}
      data-fit={fit}
      data-selected={selected}
      data-lit={where(isLit)}
      data-outcome={isLit ? data.told?.outcome : undefined}
      data-user={where(isUser)}
      data-sample={where(data.summary.isSample)}
      data-difference={difference?.kind}
      data-dim={isDim || typeof offer === 'object'}
      data-offer={offer === undefined ? undefined : offer === 'valid' ? 'valid' : 'refused'}
    >
      {handles.includes('target') && (
        <Port
          type="target"
          isConnectable={node.kind === 'origin' || node.kind === 'group'}
          isAsked={offer !== undefined}
        />
      )}
      {isRow ? (
        <Row data={data} />
      ) : node.kind === 'distribution' ? (
        <Head data={data} />
      ) : (
        <Card data={data} />
      )}
      {handles.includes('source') && (
        <Port
          type="source"
          isConnectable={node.kind === 'behavior' || node.kind === 'group'}
          isAsked={offer !== undefined}
        />
      )}
    </div>
  )
})

const onMove = (listener: () => void) => {
  const stops = [subscribeRegion(listener), subscribeDragged(listener)]
  return () => {
    for (const stop of stops) stop()
  }
}

/** True as long as a node is in sight or near it, wherever it is dragged: asked of the store, and never drawn again for. */
function useIsNear(id: string, { width, height }: CanvasNode['size']): boolean {
  const store = useStoreApi()
  const look = useCallback(() => {
    const at = store.getState().nodeLookup.get(id)?.internals.positionAbsolute
    return at !== undefined && isNear({ ...at, width, height })
  }, [store, id, width, height])
  return useSyncExternalStore(onMove, look)
}

/** One node of the canvas, of any kind; empty as long as it is far from what is seen. */
export const DesignNode = memo(
  function DesignNode({ id, data, selected }: NodeProps<DesignFlowNode>) {
    return useIsNear(id, data.node.size) && <Content data={data} selected={selected} />
  },
  // React Flow tells its place at each frame of a drag.
  (before, now) => before.data === now.data && before.selected === now.selected,
)
