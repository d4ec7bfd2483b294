import { expect, test } from 'vitest'
import type { Problem } from '#core/rules/harness/problem.ts'
import { findProblems } from '#core/rules/harness/run.ts'
import { rules } from '#core/rules/index.ts'
import { behavior, distribution } from '#fixtures/build.ts'
import type { LedTo } from '#state/problems.ts'
import { nextProblem } from './next.ts'

const problems = findProblems(rules, {
  document: distribution({
    CacheBehaviors: [behavior('/a/*', 'nowhere'), behavior('/b/*', 'nowhere'), behavior('/c c', 'web')],
  }),
}).slice(0, 5)

/** The problems that one comes by, from the first step on. */
function walk(list: readonly Problem[], by: 1 | -1, steps: number, from?: LedTo): readonly number[] {
  const met: number[] = []
  for (let at = from; met.length < steps; ) {
    at = nextProblem(list, at, by)
    met.push(at ? list.indexOf(at.problem) : -1)
  }
  return met
}

test('going on comes by every problem once and begins again, in both directions', () => {
  const all = problems.map((_, index) => index)
  expect(walk(problems, 1, problems.length + 1)).toEqual([...all, 0])
  expect(walk(problems, -1, problems.length)).toEqual(all.toReversed())
})

test('after one is mended the next is the one that has taken its place, whichever it was', () => {
  for (const [index, problem] of problems.entries()) {
    const left = problems.toSpliced(index, 1)
    const led = { problem, index, among: problems }
    expect(nextProblem(left, led, 1)?.problem).toBe(left[index % left.length])
    expect(nextProblem(left, led, -1)?.problem).toBe(left.at(index - 1))
  }
})

test('one goes on from the problem that was chosen, wherever an edit has moved it', () => {
  const [first, ...others] = problems
  if (!first) throw new Error('The design has problems.')
  for (const moved of [[...others, first], problems])
    expect(nextProblem(moved, { problem: first, index: 0, among: problems }, 1)?.problem).toBe(
      moved[(moved.indexOf(first) + 1) % moved.length],
    )
  const elsewhere = { ...first, path: [...first.path, 'moved'] }
  expect(nextProblem([elsewhere, ...others], { problem: first, index: 0, among: problems }, 1)?.problem).toBe(
    others[0],
  )
})

test('two problems of one rule at one place are come by in turn', () => {
  const [first, ...others] = problems
  if (!first) throw new Error('The design has problems.')
  const twin = { ...first, message: `${first.message} Twice.` }
  expect(walk([first, twin, ...others], 1, 3)).toEqual([0, 1, 2])
})

test('without problems there is no next one', () => {
  expect(nextProblem([], undefined, 1)).toBeUndefined()
})
