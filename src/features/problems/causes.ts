/** One cause with its places: problems of one rule and one severity are one line of the list. */

import type { Problem } from '#core/rules/harness/problem.ts'
import { severityOrder } from '#core/rules/harness/rule.ts'

export interface Cause {
  readonly key: string
  /** In the order in which they were found; at least one. */
  readonly problems: readonly [Problem, ...Problem[]]
}

/** What tells a problem from every other one of the list. */
export const keyOf = ({ rule, path, message }: Problem): string => `${rule.id} ${path.join('/')} ${message}`

/** The causes of a list: what is refused first, advice last, and otherwise as they were found. */
export function causesIn(problems: readonly Problem[]): readonly Cause[] {
  const found = new Map<string, [Problem, ...Problem[]]>()
  for (const problem of problems) {
    const key = `${problem.severity} ${problem.rule.id}`
    const before = found.get(key)
    if (before) before.push(problem)
    else found.set(key, [problem])
  }
  return [...found]
    .map(([key, list]) => ({ key, problems: list }))
    .sort((a, b) => severityOrder[a.problems[0].severity] - severityOrder[b.problems[0].severity])
}

/** The names of places in a line: the first few, and how many more. */
export function placesInWords(names: readonly string[], most = 3): string {
  const different = [...new Set(names)]
  const left = different.length - most
  return left > 0 ? `${different.slice(0, most).join(', ')} and ${left} more` : different.join(', ')
}
