/** Many fixes as one change that is looked at before it is made. */
import { combine, type Edit } from '#core/model/edit.ts'
import type { FixStep } from '#core/rules/harness/fixes.ts'
import type { Problem } from '#core/rules/harness/problem.ts'
import { currentDocument } from './design.ts'
import { type FixGroup, fillReview, isNoticed, openReview, pausing } from './fix-review.ts'
import { useProblems } from './problems.ts'

interface Together {
  readonly title: string
  readonly editOf: (problem: Problem) => Edit | undefined
  /** Which of them are made; the others are told of. */
  readonly isMeant: (step: FixStep) => Promise<boolean>
}

const groupsOf = (steps: readonly FixStep[]): readonly FixGroup[] =>
  [...new Set(steps.map(({ problem }) => problem.rule))].map(({ id, summary }) => ({
    summary,
    labels: steps.filter(({ problem }) => problem.rule.id === id).map(({ edit }) => edit.label),
  }))

async function lookTogether({ title, editOf, isMeant }: Together): Promise<void> {
  const document = currentDocument()
  const of = useProblems.getState().problems.filter((problem) => editOf(problem)).length
  const add = openReview({ title, document, looked: { done: 0, of } })
  const [{ rules }, { findProblems }, { CheckMemory }, { fixesInTurn }] = await Promise.all([
    import('#core/rules/index.ts'),
    import('#core/rules/harness/run.ts'),
    import('#core/rules/harness/memory.ts'),
    import('#core/rules/harness/fixes.ts'),
  ])
  const memory = new CheckMemory()
  const find = (current: typeof document) => findProblems(rules, { document: current }, memory)
  const run = fixesInTurn(document, { find, editOf })
  const pause = pausing()
  const [made, left]: [FixStep[], FixStep[]] = [[], []]
  let next = run.next()
  while (!next.done) {
    const isMade = await isMeant(next.value)
    const list = isMade ? made : left
    list.push(next.value)
    await pause()
    // A look that was closed has nobody who waits for it.
    if (!add({ looked: { done: Math.min(made.length + left.length, of), of } })) return
    next = run.next(isMade)
  }
  const edits = made.map(({ edit }) => edit)
  const edit = combine(`Fix ${edits.length === 1 ? '1 problem' : `${edits.length} problems`}`, edits)
  add({ made: groupsOf(made), left: groupsOf(left), ...(edits.length > 0 && { edit }) })
  if (edits.length > 0) await fillReview(add, [document, next.value])
}

/** The safe fixes of errors and warnings: those that no request of this design notices but for what the finding promises. */
export const lookAtSafeFixes = (): Promise<void> =>
  lookTogether({
    title: 'Fix all that is safe',
    editOf: ({ fix, severity }) => (severity === 'info' ? undefined : fix),
    isMeant: async ({ problem, before, after }) =>
      // What could not be tried is as little known to be safe as what a request notices.
      problem.rule.mends !== undefined || !(await isNoticed(before, after).catch(() => true)),
  })

const editsOf = ({ fix, suggestions = [] }: Problem): readonly Edit[] =>
  fix ? [fix, ...suggestions] : suggestions

/** What can be done about each of several problems of one rule: its fix, or a suggestion that all of them have. */
export function commonEdit(problems: readonly Problem[]): string | undefined {
  const [first, ...others] = problems
  if (!first || others.length === 0) return undefined
  if (problems.every(({ fix }) => fix)) return 'Fix'
  return editsOf(first).find(({ label }) =>
    others.every((other) => editsOf(other).some((edit) => edit.label === label)),
  )?.label
}

/** The same change in several places, as it is meant by commonEdit. */
export function lookAtPlaces(problems: readonly Problem[], label: string): Promise<void> {
  const messages = new Set(problems.map(({ rule, message }) => `${rule.id} ${message}`))
  return lookTogether({
    title: `${label} in ${problems.length} places`,
    editOf: (problem) =>
      messages.has(`${problem.rule.id} ${problem.message}`)
        ? label === 'Fix'
          ? problem.fix
          : editsOf(problem).find((edit) => edit.label === label)
        : undefined,
    isMeant: () => Promise.resolve(true),
  })
}
