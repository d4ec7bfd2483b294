/** Which problem comes after the one that somebody was led to. */
import { isSamePath } from '#core/model/path.ts'
import type { Problem } from '#core/rules/harness/problem.ts'
import type { LedTo } from '#state/problems.ts'

const isSaid = (one: Problem, { rule, message }: Problem) =>
  one.rule.id === rule.id && one.message === message

/** Where a problem stands now: an edit may have moved its place, or changed a value that its message names. */
function indexOf(problems: readonly Problem[], { problem, among }: LedTo): number {
  const isPlace = (one: Problem) => one.rule.id === problem.rule.id && isSamePath(one.path, problem.path)
  const whole = problems.findIndex((one) => isPlace(one) && isSaid(one, problem))
  const samePlace = whole >= 0 ? whole : problems.findIndex(isPlace)
  if (samePlace >= 0) return samePlace
  // Where others say the same, one of them less means that this one is mended.
  const count = (list: readonly Problem[]) => list.filter((one) => isSaid(one, problem)).length
  return count(problems) < count(among) ? -1 : problems.findIndex((one) => isSaid(one, problem))
}

/** From where one begins to count: what was mended is gone, and what took its place is the next one. */
function placeOf(problems: readonly Problem[], last: LedTo | undefined, by: 1 | -1): number {
  if (!last) return by > 0 ? -1 : 0
  const now = indexOf(problems, last)
  if (now >= 0) return now
  return by > 0 ? last.index - 1 : last.index
}

/** The next problem in one direction, round at the ends; undefined where there is none. */
export function nextProblem(
  problems: readonly Problem[],
  last: LedTo | undefined,
  by: 1 | -1,
): LedTo | undefined {
  const count = problems.length
  const index = (((placeOf(problems, last, by) + by) % count) + count) % count
  const problem = problems[index]
  return problem && { problem, index, among: problems }
}
