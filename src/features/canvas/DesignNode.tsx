import { Handle, type Node, type NodeProps, Position } from '@xyflow/react'
import { memo } from 'react'
import type {
  Behavior,
  DesignDocument,
  DistributionConfig,
  Origin,
  OriginGroup,
} from '#core/model/document.ts'
import { valueAt } from '#core/model/path.ts'
import type { CanvasNode, NodeKindId } from '#nodes/project.ts'
import {
  behaviorSummary,
  distributionSummary,
  groupSummary,
  originSummary,
  type Summary,
} from '#nodes/summary.ts'
import { useDesign } from '#state/design.ts'
import styles from './canvas.module.css'

export interface NodeData extends Record<string, unknown> {
  readonly node: CanvasNode
  readonly errors: number
  readonly warnings: number
  readonly isLit: boolean
}
export type DesignFlowNode = Node<NodeData, 'design'>

const colors: Record<NodeKindId, string> = {
  viewer: 'var(--muted)',
  distribution: 'var(--site)',
  behavior: 'var(--behavior)',
  group: 'var(--group)',
  origin: 'var(--origin)',
}

/** A node's words. The path of a projected node leads to a thing of its kind. */
function summaryOf(document: DesignDocument, { kind, path, owner }: CanvasNode): Summary {
  const value = valueAt(document, path)
  if (kind === 'viewer') return { title: 'Viewers', subtitle: 'browsers and apps', badges: [] }
  if (value === undefined) return { title: '', subtitle: '', badges: [] }
  if (kind === 'behavior') return behaviorSummary(value as Behavior)
  if (kind === 'origin') return originSummary(document, value as Origin)
  if (kind === 'group') return groupSummary(value as OriginGroup)
  return distributionSummary(owner, value as DistributionConfig)
}

const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`

/** One node of the canvas, of any kind. */
export const DesignNode = memo(function DesignNode({ data, selected }: NodeProps<DesignFlowNode>) {
  const { node, errors, warnings, isLit } = data
  const document = useDesign(({ history }) => history.present)
  const { title, subtitle, badges } = summaryOf(document, node)
  const color = { '--kind': colors[node.kind] } as React.CSSProperties
  return (
    <div
      className={styles['node']}
      style={color}
      data-kind={node.kind}
      data-selected={selected}
      data-lit={isLit}
    >
      {node.kind !== 'viewer' && (
        <Handle
          type="target"
          position={Position.Left}
          className={styles['handle'] ?? ''}
          isConnectable={node.kind === 'origin' || node.kind === 'group'}
        />
      )}
      <div className={styles['head']}>
        {node.order !== undefined && (
          <span className={styles['order']} title="Precedence: the first match wins">
            {node.order}
          </span>
        )}
        <span className={styles['title']} title={title}>
          {title}
        </span>
        {errors > 0 && (
          <span className={`${styles['count']} ${styles['error']}`} title={counted(errors, 'error')}>
            {errors}
          </span>
        )}
        {warnings > 0 && (
          <span className={`${styles['count']} ${styles['warning']}`} title={counted(warnings, 'warning')}>
            {warnings}
          </span>
        )}
      </div>
      <div className={styles['subtitle']} title={subtitle}>
        {subtitle}
      </div>
      {badges.length > 0 && (
        <div className={styles['badges']}>
          {badges.map((badge) => (
            <span className={styles['badge']} key={badge}>
              {badge}
            </span>
          ))}
        </div>
      )}
      {node.kind !== 'origin' && (
        <Handle
          type="source"
          position={Position.Right}
          className={styles['handle'] ?? ''}
          isConnectable={node.kind === 'behavior' || node.kind === 'group'}
        />
      )}
    </div>
  )
})
