import { ChevronRight, CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import { memo, useDeferredValue, useMemo, useState } from 'react'
import type { Severity } from '#core/rules/harness/rule.ts'
import type { Problem } from '#core/rules/harness/run.ts'
import { commit, useDocument } from '#state/design.ts'
import { useProblems } from '#state/problems.ts'
import { announce } from '#state/session.ts'
import { Button } from '#ui/Button.tsx'
import { SelectInput, TextInput } from '#ui/fields.tsx'
import { Accepted } from './Accepted.tsx'
import { everything, type Filter, type Grouping, groupProblems, placeName } from './filter.ts'
import { ProblemDetail } from './ProblemDetail.tsx'
import { fixEverythingSafe, goTo } from './problem-commands.ts'
import styles from './problems.module.css'

const icons = { error: CircleAlert, warning: TriangleAlert, info: Info }
const words: Record<Severity, readonly [one: string, many: string]> = {
  error: ['Error', 'Errors'],
  warning: ['Warning', 'Warnings'],
  info: ['Note', 'Notes'],
}
const severities: readonly Severity[] = ['error', 'warning', 'info']
const groupings: readonly { value: Grouping; label: string }[] = [
  { value: 'none', label: 'By severity' },
  { value: 'thing', label: 'By thing' },
  { value: 'rule', label: 'By rule' },
]
/** A list longer than this is opened bit by bit: a design may have a thousand notes. */
const step = 100

interface RowProps {
  readonly problem: Problem
  readonly where: string
  readonly isOpen: boolean
  readonly onToggle: (key: string) => void
}

const keyOf = ({ rule, path, message }: Problem) => `${rule.id} ${path.join('/')} ${message}`

const ProblemRow = memo(
  function ProblemRow({ problem, where, isOpen, onToggle }: RowProps) {
    const Icon = icons[problem.severity]
    const { fix, rule } = problem
    return (
      <li className={styles['item']}>
        <div className={styles['row']}>
          <button
            type="button"
            className={styles['why']}
            aria-expanded={isOpen}
            aria-label={`Why: ${rule.summary}`}
            title="Why this matters"
            onClick={() => onToggle(keyOf(problem))}
          >
            <ChevronRight size={14} aria-hidden />
          </button>
          <Icon
            className={`${styles['icon']} ${styles[problem.severity]}`}
            size={16}
            aria-label={words[problem.severity][0]}
          />
          <button type="button" className={styles['text']} onClick={() => goTo(problem)}>
            <span>{problem.message}</span>
            <span className={styles['where']}>
              {where} · {rule.id}
            </span>
          </button>
          {fix && (
            <span className={styles['actions']}>
              <Button
                onPress={() => {
                  commit(fix)
                  announce(`${fix.label}: done`)
                }}
              >
                Fix: {fix.label}
              </Button>
            </span>
          )}
        </div>
        {isOpen && <ProblemDetail problem={problem} />}
      </li>
    )
  },
  // A check makes new problems each time; one that reads the same at the same place is the same row. Its fix is
  // made of the place too.
  (a, b) =>
    a.isOpen === b.isOpen &&
    a.where === b.where &&
    !a.isOpen &&
    a.problem.rule === b.problem.rule &&
    a.problem.fix === b.problem.fix &&
    keyOf(a.problem) === keyOf(b.problem),
)

function Bar({ filter, onChange }: { readonly filter: Filter; readonly onChange: (filter: Filter) => void }) {
  const problems = useProblems((state) => state.problems)
  const fixable = problems.filter(({ fix, severity }) => fix && severity !== 'info').length
  const toggle = (severity: Severity) =>
    onChange({
      ...filter,
      severities: filter.severities.includes(severity)
        ? filter.severities.filter((one) => one !== severity)
        : [...filter.severities, severity],
    })
  return (
    <div className={styles['bar']}>
      {severities.map((severity) => {
        const count = problems.filter((problem) => problem.severity === severity).length
        const Icon = icons[severity]
        return (
          <button
            type="button"
            key={severity}
            className={styles['filter']}
            aria-pressed={filter.severities.includes(severity)}
            onClick={() => toggle(severity)}
          >
            <Icon className={styles[severity]} size={14} aria-hidden />
            {count} {words[severity][count === 1 ? 0 : 1].toLowerCase()}
          </button>
        )
      })}
      <div className={styles['search']}>
        <TextInput
          label="Filter problems"
          placeholder="Filter…"
          value={filter.text}
          onChange={(text) => onChange({ ...filter, text })}
        />
      </div>
      <div className={styles['grouping']}>
        <SelectInput
          label="Order of problems"
          value={filter.grouping}
          choices={groupings}
          // The choices are the groupings.
          onChange={(grouping) => onChange({ ...filter, grouping: grouping as Grouping })}
        />
      </div>
      {fixable > 0 && <Button onPress={fixEverythingSafe}>Fix all that is safe ({fixable})</Button>}
    </div>
  )
}

const Nothing = () => (
  <p className={styles['empty']}>
    <CircleCheck size={16} aria-hidden /> No problems found. What only the account knows (certificates, names
    in use, quotas) is checked when you plan.
  </p>
)

/** Every problem of the design; a click leads to its thing and field. */
export function ProblemList() {
  // Typing comes first: the list follows when the canvas is drawn.
  const document = useDeferredValue(useDocument())
  const problems = useDeferredValue(useProblems((state) => state.problems))
  const isChecked = useProblems((state) => state.of !== undefined)
  const [filter, setFilter] = useState(everything)
  const [open, setOpen] = useState<readonly string[]>([])
  const [most, setMost] = useState(step)
  const groups = useMemo(() => groupProblems(document, problems, filter), [document, problems, filter])
  const [toggle] = useState(
    () => (key: string) =>
      setOpen((keys) => (keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key])),
  )
  if (!isChecked) return <p className={styles['empty']}>Checking…</p>
  const total = groups.reduce((sum, group) => sum + group.problems.length, 0)
  let left = most
  return (
    <div className={styles['panel']}>
      {problems.length > 0 && <Bar filter={filter} onChange={setFilter} />}
      {problems.length === 0 && <Nothing />}
      {groups.map(({ title, problems: list }) => {
        const shown = list.slice(0, Math.max(left, 0))
        left -= list.length
        if (shown.length === 0) return null
        return (
          <section key={title} aria-label={title === '' ? 'All problems' : title}>
            {title !== '' && (
              <h3 className={styles['heading']}>
                {title} <span>{list.length}</span>
              </h3>
            )}
            <ul className={styles['list']} aria-label="Problems">
              {shown.map((problem) => (
                <ProblemRow
                  key={keyOf(problem)}
                  problem={problem}
                  where={placeName(document, problem)}
                  isOpen={open.includes(keyOf(problem))}
                  onToggle={toggle}
                />
              ))}
            </ul>
          </section>
        )
      })}
      {total > most && (
        <div className={styles['more']}>
          <Button onPress={() => setMost(most + step)}>Show more ({total - most} left)</Button>
        </div>
      )}
      <Accepted />
    </div>
  )
}
