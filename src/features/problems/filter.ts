/** Which problems are shown and under which headings. */
import type { DesignDocument } from '#core/model/document.ts'
import type { Problem } from '#core/rules/harness/problem.ts'
import type { Severity } from '#core/rules/harness/rule.ts'
import { thingAt, thingInWords } from '#things/thing.ts'

export type Grouping = 'none' | 'thing' | 'rule'

export interface Filter {
  readonly severities: readonly Severity[]
  readonly text: string
  readonly grouping: Grouping
  /** What came since the design was opened alone. */
  readonly isNewOnly: boolean
}
export const everything: Filter = {
  severities: ['error', 'warning', 'info'],
  text: '',
  grouping: 'none',
  isNewOnly: false,
}

export interface ProblemGroup {
  readonly title: string
  readonly problems: readonly Problem[]
}

/** The thing that a problem is about, in words. */
export function placeName(document: DesignDocument, problem: Problem): string {
  const thing = thingAt(document, problem.path)
  return thing ? thingInWords(thing) : 'Design'
}

/** The problems that a filter lets through, in groups; without grouping there is one, without a title. */
export function groupProblems(
  document: DesignDocument,
  problems: readonly Problem[],
  { severities, text, grouping, isNewOnly }: Filter,
  isNew: (problem: Problem) => boolean,
): readonly ProblemGroup[] {
  const wanted = text.trim().toLowerCase()
  const shown = problems.filter(
    (problem) =>
      severities.includes(problem.severity) &&
      (!isNewOnly || isNew(problem)) &&
      (wanted === '' ||
        `${problem.message} ${problem.rule.id} ${placeName(document, problem)}`
          .toLowerCase()
          .includes(wanted)),
  )
  if (grouping === 'none') return shown.length > 0 ? [{ title: '', problems: shown }] : []
  const groups = new Map<string, Problem[]>()
  for (const problem of shown) {
    const title = grouping === 'rule' ? problem.rule.summary : placeName(document, problem)
    const group = groups.get(title)
    if (group) group.push(problem)
    else groups.set(title, [problem])
  }
  return [...groups].map(([title, list]) => ({ title, problems: list }))
}
