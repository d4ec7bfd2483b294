import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { Card, Head } from './node/Card.tsx'
import { type DesignFlowNode, handlesOf } from './node/data.ts'
import styles from './node/node.module.css'
import { Port } from './node/Port.tsx'
import { Row } from './node/Row.tsx'
import { useIsNear } from './sight.ts'

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

/** One node of the canvas, of any kind; empty as long as it is far from what is seen. */
export const DesignNode = memo(function DesignNode({
  data,
  selected,
  positionAbsoluteX: x,
  positionAbsoluteY: y,
}: NodeProps<DesignFlowNode>) {
  return useIsNear({ x, y, ...data.node.size }) && <Content data={data} selected={selected} />
})
