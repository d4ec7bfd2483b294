import { CircleCheck } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import type { Problem } from '#core/rules/harness/problem.ts'
import { type ProfileName, profileNames, profileWords } from '#core/rules/harness/profile.ts'
import type { Severity } from '#core/rules/harness/rule.ts'
import { useDocument } from '#state/design.ts'
import { lookAtSafeFixes } from '#state/fix-together.ts'
import { chooseProfile, isNew as isNewSince, useProblems } from '#state/problems.ts'
import { Button } from '#ui/Button.tsx'
import { SelectInput, TextInput } from '#ui/fields.tsx'
import { useKeptScroll } from '#ui/kept-scroll.ts'
import { Accepted } from './Accepted.tsx'
import { causesIn, keyOf } from './causes.ts'
import { everything, type Filter, type Grouping, groupProblems, placeName } from './filter.ts'
import { InAllPlaces } from './InAllPlaces.tsx'
import { CauseRow, icons, words } from './ProblemRow.tsx'
import styles from './problems.module.css'

const severities: readonly Severity[] = ['error', 'warning', 'info']
const groupings: readonly { value: Grouping; label: string }[] = [
  { value: 'none', label: 'By severity' },
  { value: 'thing', label: 'By thing' },
  { value: 'rule', label: 'By rule' },
]
const profiles = profileNames.map((value) => ({
  value,
  label: `${value[0]?.toUpperCase() ?? ''}${value.slice(1)}`,
}))
/** A list longer than this is opened bit by bit: a design may have a thousand notes. */
const step = 100

function ProfileChoice() {
  const profile = useProblems((state) => state.profile)
  return (
    <div className={styles['grouping']} title={profileWords[profile]}>
      <SelectInput
        label="Which problems"
        value={profile}
        choices={profiles}
        // The choices are the profiles.
        onChange={(chosen) => chooseProfile(chosen as ProfileName)}
      />
    </div>
  )
}

interface BarProps {
  readonly filter: Filter
  readonly onChange: (filter: Filter) => void
  readonly isNew: (problem: Problem) => boolean
}

function Counts({ filter, onChange }: Omit<BarProps, 'isNew'>) {
  const problems = useProblems((state) => state.problems)
  const toggle = (severity: Severity) =>
    onChange({
      ...filter,
      severities: filter.severities.includes(severity)
        ? filter.severities.filter((one) => one !== severity)
        : [...filter.severities, severity],
    })
  return severities.map((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length
    // The profile may leave out all notes: “0 notes” would not be true of the design.
    if (severity === 'info' && count === 0 && filter.severities.includes(severity)) return null
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
  })
}

function Bar({ filter, onChange, isNew }: BarProps) {
  const problems = useProblems((state) => state.problems)
  const isFixable = problems.some(({ fix, severity }) => fix && severity !== 'info')
  const fresh = problems.filter(isNew).length
  return (
    <div className={styles['bar']}>
      <ProfileChoice />
      {problems.length > 0 && <Counts filter={filter} onChange={onChange} />}
      {(fresh > 0 || filter.isNewOnly) && (
        <button
          type="button"
          className={styles['filter']}
          aria-pressed={filter.isNewOnly}
          onClick={() => onChange({ ...filter, isNewOnly: !filter.isNewOnly })}
        >
          {fresh} new since opened
        </button>
      )}
      {problems.length > 0 && (
        <>
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
        </>
      )}
      {isFixable && <Button onPress={() => void lookAtSafeFixes()}>Fix all that is safe…</Button>}
    </div>
  )
}

function Nothing() {
  const notes = useProblems((state) => state.all.length)
  return (
    <div className={styles['empty']}>
      <CircleCheck size={16} aria-hidden />
      <p>
        No problems found. What only the account knows (certificates, names in use, quotas) is checked when
        you plan.
      </p>
      {notes > 0 && (
        <Button onPress={() => chooseProfile('all')}>
          Show {notes} {notes === 1 ? 'note' : 'notes'}
        </Button>
      )}
    </div>
  )
}

/** Of a group: what it is, how many, and what can be done about all of it. */
function Heading({
  title,
  count,
  causes,
}: {
  readonly title: string
  readonly count: number
  readonly causes: readonly { readonly problems: readonly [Problem, ...Problem[]] }[]
}) {
  return (
    <div className={styles['heading']}>
      <h3>
        {title} <span>{count}</span>
      </h3>
      <InAllPlaces problems={causes.map(({ problems: [one] }) => one)} />
    </div>
  )
}

/** Every problem of the design; a click leads to its thing and field. */
export function ProblemList() {
  // Typing comes first: the list follows when the canvas is drawn.
  const document = useDeferredValue(useDocument())
  const problems = useDeferredValue(useProblems((state) => state.problems))
  const opened = useProblems((state) => state.opened)
  const isChecked = useProblems((state) => state.of !== undefined)
  const [filter, setFilter] = useState(everything)
  const [open, setOpen] = useState<readonly string[]>([])
  const [most, setMost] = useState(step)
  const isNew = useMemo(() => (problem: Problem) => isNewSince(problem, opened), [opened])
  const groups = useMemo(
    () =>
      groupProblems(document, problems, filter, isNew).map(({ title, problems: list }) => ({
        title,
        count: list.length,
        // Under the heading of a rule its places stand by themselves.
        causes:
          filter.grouping === 'rule'
            ? list.map((problem) => ({ key: keyOf(problem), problems: [problem] as const }))
            : causesIn(list),
      })),
    [document, problems, filter, isNew],
  )
  const placeOf = (problem: Problem) => placeName(document, problem)
  const [toggle] = useState(
    () => (key: string) =>
      setOpen((keys) => (keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key])),
  )
  const scroller = useKeptScroll('problems')
  if (!isChecked) return <p className={styles['empty']}>Checking…</p>
  const total = groups.reduce((sum, group) => sum + group.causes.length, 0)
  let left = most
  return (
    <div ref={scroller} className={styles['panel']}>
      <Bar filter={filter} onChange={setFilter} isNew={isNew} />
      {problems.length === 0 && <Nothing />}
      {groups.map(({ title, count, causes }) => {
        const shown = causes.slice(0, Math.max(left, 0))
        left -= causes.length
        if (shown.length === 0) return null
        return (
          <section key={title} aria-label={title === '' ? 'All problems' : title}>
            {title !== '' && (
              <Heading title={title} count={count} causes={filter.grouping === 'rule' ? causes : []} />
            )}
            <ul className={styles['list']} aria-label="Problems">
              {shown.map((cause) => (
                <CauseRow
                  key={cause.key}
                  cause={cause}
                  placeOf={placeOf}
                  isNew={isNew}
                  open={open}
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
