import { Handle, type Node, type NodeProps, Position } from '@xyflow/react'
import { ChevronDown, ChevronRight, StickyNote } from 'lucide-react'
import { memo } from 'react'
import { pathsOf, toggleLane } from '#commands/folding.ts'
import { currentDocument } from '#state/design.ts'
import { driftsWithin, useDrift } from '#state/drift.ts'
import { toggleFolded } from '#state/session.ts'
import type { NodeKindId } from '#things/behavior-rows.ts'
import type { CanvasNode } from '#things/project.ts'
import type { Summary } from '#things/summary.ts'
import { Glyph, type GlyphName } from '#ui/Glyph.tsx'
import styles from './canvas.module.css'
import { useIsNear } from './sight.ts'

/** What a node is while an edge or an item of the palette is dragged: a place for it, or why it is none. */
export type Offer = 'valid' | { readonly refusal: string }

export interface NodeData extends Record<string, unknown> {
  readonly node: CanvasNode
  readonly summary: Summary
  readonly errors: number
  readonly warnings: number
  readonly isLit: boolean
  /** What came of the traced request here: a status, or hit and miss. */
  readonly told: string
  /** What somebody wrote at it; empty where nobody did. */
  readonly note: string
  readonly isDim: boolean
  readonly isDense: boolean
  readonly offer: Offer | undefined
}
export type DesignFlowNode = Node<NodeData, 'design'>

/** The width and height of a handle, px, as the style sheet has them. */
export const handleSize = 9
/** The handles that a node has. */
export const handlesOf = ({ kind, folded }: CanvasNode): ('target' | 'source')[] => [
  ...(kind === 'viewer' ? [] : (['target'] as const)),
  ...(kind === 'origin' || folded ? [] : (['source'] as const)),
]

const kinds: Record<NodeKindId, { color: string; word: string; glyph: GlyphName }> = {
  viewer: { color: 'var(--muted)', word: 'Viewers', glyph: 'viewers' },
  distribution: { color: 'var(--site)', word: 'Distribution', glyph: 'distribution' },
  behavior: { color: 'var(--behavior)', word: 'Cache behavior', glyph: 'behavior' },
  lane: { color: 'var(--behavior)', word: 'Folded cache behaviors', glyph: 'lane' },
  group: { color: 'var(--group)', word: 'Origin group', glyph: 'group' },
  origin: { color: 'var(--origin)', word: 'Origin', glyph: 'server' },
}

const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`

/** A node in one sentence, for those who hear the canvas. */
export function spokenName({ node, summary, errors, warnings, told, note }: NodeData): string {
  const problems = [errors > 0 && counted(errors, 'error'), warnings > 0 && counted(warnings, 'warning')]
  return [
    node.kind === 'viewer' ? undefined : kinds[node.kind].word,
    summary.title,
    node.order !== undefined && `precedence ${node.order}`,
    summary.subtitle,
    ...summary.badges,
    ...problems,
    told !== '' && `last trace ${told}`,
    note !== '' && `note: ${note}`,
  ]
    .filter(Boolean)
    .join(', ')
}

function Counts({ errors, warnings }: Pick<NodeData, 'errors' | 'warnings'>) {
  return (
    <>
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
    </>
  )
}

/** An error by its status or its name; what an origin says without a status is how it failed. */
const isBad = ({ kind }: CanvasNode, told: string): boolean =>
  /^[45]|Error|Exceeded/.test(told) || (kind === 'origin' && !/^\d/.test(told))

/** Something here is not as the account has it, as of the last plan. */
function Drift({ node }: { readonly node: CanvasNode }) {
  const count = useDrift(({ paths }) =>
    pathsOf(node).reduce((sum, path) => sum + driftsWithin(paths, path), 0),
  )
  if (count === 0 || node.kind === 'viewer') return null
  const words = `${counted(count, 'difference')} from the account`
  return (
    <span className={`${styles['count']} ${styles['drift']}`} role="img" aria-label={words} title={words}>
      Δ
    </span>
  )
}

function Fold({ node }: { readonly node: CanvasNode }) {
  const isFolded = node.folded !== undefined || node.lane !== undefined
  const Icon = isFolded ? ChevronRight : ChevronDown
  const what = node.lane ? 'behaviors' : 'distribution'
  const label = isFolded ? `Unfold the ${what}` : `Fold the ${what}`
  return (
    <button
      type="button"
      className={`${styles['fold']} nodrag`}
      aria-label={label}
      aria-expanded={!isFolded}
      title={label}
      onClick={(event) => {
        event.stopPropagation()
        if (node.lane) toggleLane(currentDocument(), node.lane.target)
        else toggleFolded(node.owner)
      }}
    >
      <Icon size={14} aria-hidden />
    </button>
  )
}

function Content({ data, selected }: Pick<NodeProps<DesignFlowNode>, 'data' | 'selected'>) {
  const { node, summary, isLit, isDim, isDense, offer } = data
  const { color, glyph } = kinds[node.kind]
  const { folded } = node
  const handles = handlesOf(node)
  const subtitle = typeof offer === 'object' ? offer.refusal : summary.subtitle
  const badges = folded
    ? [counted(folded.behaviors, 'behavior'), counted(folded.origins, 'origin')]
    : summary.badges
  return (
    <div
      className={styles['node']}
      // The color of the kind, for the style sheet.
      style={{ '--kind': color } as React.CSSProperties}
      data-kind={node.kind}
      data-selected={selected}
      data-lit={isLit}
      data-dim={isDim || typeof offer === 'object'}
      data-dense={isDense && (node.kind === 'behavior' || node.kind === 'lane')}
      data-offer={offer === undefined ? undefined : offer === 'valid' ? 'valid' : 'refused'}
    >
      {handles.includes('target') && (
        <Handle
          type="target"
          position={Position.Left}
          className={styles['handle'] ?? ''}
          isConnectable={node.kind === 'origin' || node.kind === 'group'}
        />
      )}
      <div className={styles['head']}>
        {node.order === undefined ? (
          <Glyph className={styles['icon']} name={summary.picture ?? glyph} />
        ) : (
          <span className={styles['order']} title="Precedence: the first match wins">
            {node.order}
          </span>
        )}
        <span className={styles['title']} title={summary.title}>
          {summary.title}
        </span>
        {data.note !== '' && (
          <span className={styles['note']} title={data.note}>
            <StickyNote size={13} aria-hidden />
          </span>
        )}
        {data.told !== '' && (
          <span
            className={`${styles['count']} ${styles['told']}`}
            data-bad={isBad(node, data.told)}
            title={`The traced request: ${data.told}`}
          >
            {data.told}
          </span>
        )}
        <Drift node={node} />
        <Counts errors={data.errors} warnings={data.warnings} />
        {(node.kind === 'distribution' || node.lane) && <Fold node={node} />}
      </div>
      <div className={styles['words']}>
        <div className={styles['subtitle']} title={subtitle}>
          {subtitle}
        </div>
        {badges.length > 0 && (
          <div className={styles['badges']}>
            {badges.map((badge) => (
              <span className={styles['badge']} key={badge} title={badge}>
                {badge}
              </span>
            ))}
          </div>
        )}
      </div>
      {handles.includes('source') && (
        <Handle
          type="source"
          position={Position.Right}
          className={styles['handle'] ?? ''}
          isConnectable={node.kind === 'behavior' || node.kind === 'group'}
        />
      )}
    </div>
  )
}

/** One node of the canvas, of any kind; empty as long as it is far from what is seen. */
export const DesignNode = memo(function DesignNode({
  data,
  selected,
  positionAbsoluteX: x,
  positionAbsoluteY: y,
}: NodeProps<DesignFlowNode>) {
  return useIsNear({ x, y, ...data.node.size }) && <Content data={data} selected={selected} />
})
