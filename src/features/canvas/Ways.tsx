import { getBezierPath, Position, ViewportPortal } from '@xyflow/react'
import { useMemo } from 'react'
import type { Projection } from '#things/project.ts'
import { useWhereDragged } from './dragging.ts'
import { type DesignFlowNode, handleSize } from './node/data.ts'
import styles from './overview.module.css'

/** What the edges between two nodes look like, from what the nodes look like. */
type Look = 'plain' | 'dim' | 'lit'

/**
 * The edges that only show the way from viewers to behaviors. Nothing can be done with them, so they are one path:
 * every edge of React Flow's listens to each frame of a pan.
 */
export function Ways({
  nodes: placed,
  edges,
}: {
  readonly nodes: readonly DesignFlowNode[]
  readonly edges: Projection['edges']
}) {
  const nodes = useWhereDragged(placed)
  const ways = useMemo(() => edges.filter(({ is }) => is === 'way'), [edges])
  const ends = useMemo(() => new Set(ways.flatMap(({ from, to }) => [from, to])), [ways])
  const byId = new Map(nodes.filter(({ id }) => ends.has(id)).map((node) => [node.id, node]))
  const paths: Record<Look, string[]> = { plain: [], dim: [], lit: [] }
  for (const { from, to } of ways) {
    const [source, target] = [byId.get(from), byId.get(to)]
    if (!source || !target) continue
    const [path] = getBezierPath({
      sourceX: source.position.x + (source.width ?? 0) + handleSize / 2,
      sourceY: source.position.y + (source.height ?? 0) / 2,
      sourcePosition: Position.Right,
      targetX: target.position.x - handleSize / 2,
      targetY: target.position.y + (target.height ?? 0) / 2,
      targetPosition: Position.Left,
    })
    const isLit = source.data.isLit && target.data.isLit
    paths[isLit ? 'lit' : source.data.isDim || target.data.isDim ? 'dim' : 'plain'].push(path)
  }
  return (
    <ViewportPortal>
      <svg className={styles['ways']} aria-hidden>
        {(['plain', 'dim', 'lit'] as const).map(
          (look) => paths[look].length > 0 && <path key={look} data-look={look} d={paths[look].join('')} />,
        )}
      </svg>
    </ViewportPortal>
  )
}
