import { ChevronDown, ChevronRight, MessageSquareReply, Pin, StickyNote } from 'lucide-react'
import { pathsOf, toggleLane } from '#commands/folding.ts'
import type { DifferenceMark } from '#features/canvas/difference-marks.ts'
import { currentDocument } from '#state/design.ts'
import { driftsWithin, useDrift } from '#state/drift.ts'
import { toggleFolded } from '#state/session.ts'
import { outcomeShapes } from '#things/outcome.ts'
import type { CanvasNode } from '#things/project.ts'
import { counted, type NodeData } from './data.ts'
import styles from './node.module.css'

function Counts({ errors, warnings }: Pick<NodeData, 'errors' | 'warnings'>) {
  return (
    <>
      {errors > 0 && (
        <span className={styles['count']} data-severity="error" title={counted(errors, 'error')}>
          {errors}
        </span>
      )}
      {warnings > 0 && (
        <span className={styles['count']} data-severity="warning" title={counted(warnings, 'warning')}>
          {warnings}
        </span>
      )}
    </>
  )
}

/** In how many places something here is not as the account has it, as of the last plan. */
const useDrifts = (node: CanvasNode): number =>
  useDrift(({ paths }) =>
    paths.length === 0 || node.kind === 'viewer'
      ? 0
      : pathsOf(node).reduce((sum, path) => sum + driftsWithin(paths, path), 0),
  )

function Drift({ count }: { readonly count: number }) {
  const words = `${counted(count, 'difference')} from the account`
  return (
    <span className={styles['count']} data-severity="drift" role="img" aria-label={words} title={words}>
      Δ
    </span>
  )
}

/** What came of a request, by color, shape and word. */
export function Outcome({ told, isLit }: Pick<NodeData, 'told' | 'isLit'>) {
  if (!told || told.text === '') return null
  const { text, outcome, words } = told
  return (
    <span
      className={styles['told']}
      data-outcome={outcome}
      data-now={isLit}
      title={words ?? `${isLit ? 'The traced request' : 'The last traced request here'}: ${text}`}
    >
      {outcome && <span aria-hidden>{outcomeShapes[outcome]}</span>} {text}
    </span>
  )
}

const isMarked = ({ node, note, pins, difference, errors, warnings }: NodeData): boolean =>
  note !== '' || node.isPinned === true || pins > 0 || difference !== undefined || errors + warnings > 0

/** What is wrong at a node, what differs and what was noted; most have nothing of it, and then no place for it. */
export function Marks({ data }: { readonly data: NodeData }) {
  const drifts = useDrifts(data.node)
  if (drifts === 0 && !isMarked(data)) return null
  return (
    <span className={styles['marks']}>
      {data.note !== '' && (
        <span className={styles['note']} title={data.note}>
          <StickyNote size={13} aria-hidden />
        </span>
      )}
      {data.node.isPinned && (
        <span
          className={styles['pin']}
          title="Pinned: it stays where it stands when the drawing is tidied up"
        >
          <Pin size={12} aria-hidden />
        </span>
      )}
      {data.pins > 0 && (
        <span
          className={styles['note']}
          title={`${counted(data.pins, 'pinned answer')} for traces`}
          data-testid="pins"
        >
          <MessageSquareReply size={13} aria-hidden />
        </span>
      )}
      {data.difference && <Differs difference={data.difference} />}
      {drifts > 0 && <Drift count={drifts} />}
      <Counts errors={data.errors} warnings={data.warnings} />
    </span>
  )
}

const signs = { added: '+', changed: '≠', moved: '↕', gone: '−' } as const

/** What differs from the state that the design is compared with. */
function Differs({ difference: { kind, words } }: { readonly difference: DifferenceMark }) {
  return (
    <span className={styles['count']} data-difference={kind} role="img" aria-label={words} title={words}>
      {signs[kind]}
    </span>
  )
}

export function Fold({ node }: { readonly node: CanvasNode }) {
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
        if (node.lane) toggleLane(currentDocument(), node.lane.fold)
        else toggleFolded(node.owner)
      }}
    >
      <Icon size={14} aria-hidden />
    </button>
  )
}
