import { ChevronRight, CircleAlert, Info, TriangleAlert } from 'lucide-react'
import { memo, type ReactNode, useEffect, useRef, useState } from 'react'
import type { Problem } from '#core/rules/harness/problem.ts'
import type { Severity } from '#core/rules/harness/rule.ts'
import { makeSafeFix } from '#state/fix-review.ts'
import { useProblems } from '#state/problems.ts'
import { Button } from '#ui/Button.tsx'
import { type Cause, keyOf, placesInWords } from './causes.ts'
import { InAllPlaces } from './InAllPlaces.tsx'
import { ProblemDetail } from './ProblemDetail.tsx'
import { goTo } from './problem-commands.ts'
import styles from './problems.module.css'

export const icons = { error: CircleAlert, warning: TriangleAlert, info: Info }
export const words: Record<Severity, readonly [one: string, many: string]> = {
  error: ['Error', 'Errors'],
  warning: ['Warning', 'Warnings'],
  info: ['Note', 'Notes'],
}

interface LineProps {
  readonly severity: Severity
  readonly isOpen: boolean
  readonly why: string
  readonly whyTitle: string
  readonly onToggle: () => void
  readonly onPress: () => void
  readonly text: string
  readonly where: string
  readonly isNew: boolean
  /** Somebody was led to it last. */
  readonly isCurrent: boolean
  readonly actions?: ReactNode
}

/** The line of a problem or of a cause: what it opens, how bad it is, what it says and where. */
function Line({
  severity,
  isOpen,
  why,
  whyTitle,
  onToggle,
  onPress,
  text,
  where,
  isNew,
  isCurrent,
  actions,
}: LineProps) {
  const Icon = icons[severity]
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  return (
    <div ref={row} className={styles['row']} data-current={isCurrent}>
      <button
        type="button"
        className={styles['why']}
        aria-expanded={isOpen}
        aria-label={why}
        title={whyTitle}
        onClick={onToggle}
      >
        <ChevronRight size={14} aria-hidden />
      </button>
      <Icon className={`${styles['icon']} ${styles[severity]}`} size={16} aria-label={words[severity][0]} />
      <button type="button" className={styles['text']} aria-current={isCurrent} onClick={onPress}>
        <span>{text}</span>
        <span className={styles['where']}>
          {isNew && <b className={styles['new']}>New</b>}
          {where}
        </span>
      </button>
      {actions && <span className={styles['actions']}>{actions}</span>}
    </div>
  )
}

/** A safe fix asks the engine first; meanwhile it cannot be pressed again. */
function FixButton({
  fix,
  mends,
}: {
  readonly fix: NonNullable<Problem['fix']>
  readonly mends: string | undefined
}) {
  const [isTrying, setTrying] = useState(false)
  return (
    <Button
      isDisabled={isTrying}
      onPress={() => {
        setTrying(true)
        void makeSafeFix(fix, mends).finally(() => setTrying(false))
      }}
    >
      {isTrying ? 'Trying requests…' : `Fix: ${fix.label}`}
    </Button>
  )
}

interface RowProps {
  readonly problem: Problem
  readonly where: string
  readonly isNew: boolean
  readonly isCurrent: boolean
  readonly isOpen: boolean
  readonly onToggle: (key: string) => void
}

export const ProblemRow = memo(
  function ProblemRow({ problem, where, isNew, isCurrent, isOpen, onToggle }: RowProps) {
    const { fix, rule, severity, message } = problem
    return (
      <li className={styles['item']}>
        <Line
          severity={severity}
          isOpen={isOpen}
          why={`Why: ${rule.summary}`}
          whyTitle="Why this matters"
          onToggle={() => onToggle(keyOf(problem))}
          onPress={() => goTo(problem)}
          text={message}
          where={`${where} · ${rule.id}`}
          isNew={isNew}
          isCurrent={isCurrent}
          actions={fix && <FixButton fix={fix} mends={rule.mends} />}
        />
        {isOpen && <ProblemDetail problem={problem} />}
      </li>
    )
  },
  // A check makes new problems each time; one that reads the same at the same place is the same row. Its fix is
  // made of the place too.
  (a, b) =>
    a.isOpen === b.isOpen &&
    a.where === b.where &&
    a.isNew === b.isNew &&
    a.isCurrent === b.isCurrent &&
    !a.isOpen &&
    a.problem.rule === b.problem.rule &&
    a.problem.fix === b.problem.fix &&
    keyOf(a.problem) === keyOf(b.problem),
)

interface CauseProps {
  readonly cause: Cause
  readonly placeOf: (problem: Problem) => string
  readonly isNew: (problem: Problem) => boolean
  readonly open: readonly string[]
  readonly onToggle: (key: string) => void
}

/** One cause: the problem itself, or how many places it has, which it opens. */
export function CauseRow({ cause, placeOf, isNew, open, onToggle }: CauseProps) {
  const current = useProblems(({ last }) => last && keyOf(last.problem))
  const { key, problems } = cause
  const rows = (list: readonly Problem[]) =>
    list.map((problem) => (
      <ProblemRow
        key={keyOf(problem)}
        problem={problem}
        where={placeOf(problem)}
        isNew={isNew(problem)}
        isCurrent={keyOf(problem) === current}
        isOpen={open.includes(keyOf(problem))}
        onToggle={onToggle}
      />
    ))
  if (problems.length === 1) return rows(problems)
  const [{ rule, severity }] = problems
  const isOpen = open.includes(key)
  return (
    <li className={styles['item']}>
      <Line
        severity={severity}
        isOpen={isOpen}
        why={`Places: ${rule.summary}`}
        whyTitle="Where it is"
        onToggle={() => onToggle(key)}
        onPress={() => onToggle(key)}
        text={`${rule.summary.replace(/\.$/, '')}: ${problems.length} places`}
        where={`${placesInWords(problems.map(placeOf))} · ${rule.id}`}
        isNew={problems.some(isNew)}
        isCurrent={!isOpen && problems.some((one) => keyOf(one) === current)}
        actions={<InAllPlaces problems={problems} />}
      />
      {isOpen && (
        <ul className={styles['places']} aria-label="Places">
          {rows(problems)}
        </ul>
      )}
    </li>
  )
}
