import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import { combine } from '#core/model/edit.ts'
import type { Problem } from '#core/rules/run.ts'
import { thingAt } from '#nodes/thing.ts'
import { commit, useDocument } from '#state/design.ts'
import { useProblems } from '#state/problems.ts'
import { announce, select } from '#state/session.ts'
import { Button } from '#ui/Button.tsx'
import { fixAllSafe } from './fix-all.ts'
import styles from './problems.module.css'

const icons = { error: CircleAlert, warning: TriangleAlert, info: Info }
const words = { error: 'Error', warning: 'Warning', info: 'Note' }

function ProblemRow({
  problem,
  where,
  field,
}: {
  readonly problem: Problem
  readonly where: string
  readonly field: string
}) {
  const Icon = icons[problem.severity]
  const { fix, rule } = problem
  return (
    <li className={styles['row']}>
      <Icon
        className={`${styles['icon']} ${styles[problem.severity]}`}
        size={16}
        aria-label={words[problem.severity]}
      />
      <button type="button" className={styles['text']} onClick={() => select(problem.path, field)}>
        <span>{problem.message}</span>
        <span className={styles['where']}>
          {where} · {rule.id}
        </span>
      </button>
      <span className={styles['actions']}>
        {rule.docs && (
          <a href={rule.docs} target="_blank" rel="noreferrer">
            AWS page
          </a>
        )}
        {fix && (
          <Button
            onPress={() => {
              commit(fix)
              announce(`${fix.label}: done`)
            }}
          >
            Fix: {fix.label}
          </Button>
        )}
      </span>
    </li>
  )
}

/** Every problem of the design; a click leads to its node and field. */
export function ProblemList() {
  const document = useDocument()
  const problems = useProblems((state) => state.problems)
  const isChecked = useProblems((state) => state.of !== undefined)
  const fixable = problems.filter(({ fix, severity }) => fix && severity !== 'info')
  if (!isChecked) return <p className={styles['empty']}>Checking…</p>
  if (problems.length === 0)
    return (
      <p className={styles['empty']}>
        <CircleCheck size={16} aria-hidden /> No problems: CloudFront would take this design as it is.
      </p>
    )
  return (
    <div className={styles['panel']}>
      {fixable.length > 1 && (
        <div className={styles['bar']}>
          <Button
            onPress={() => {
              const { edits } = fixAllSafe(document)
              commit(combine(`Fix ${edits.length} problems`, edits))
              announce(`${edits.length} fixes were made; undo takes them back together.`)
            }}
          >
            Fix all that is safe ({fixable.length})
          </Button>
        </div>
      )}
      <ul className={styles['list']} aria-label="Problems">
        {problems.map((problem) => {
          const thing = thingAt(document, problem.path)
          const field = String(problem.path[thing?.path.length ?? 0] ?? '')
          return (
            <ProblemRow
              key={`${problem.rule.id} ${problem.path.join('/')} ${problem.message}`}
              problem={problem}
              where={thing ? `${thing.kindLabel} ${thing.title}` : 'Design'}
              field={field}
            />
          )
        })}
      </ul>
    </div>
  )
}
