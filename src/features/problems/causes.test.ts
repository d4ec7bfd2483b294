import { expect, test } from 'vitest'
import { findProblems } from '#core/rules/harness/run.ts'
import { rules } from '#core/rules/index.ts'
import { behavior, distribution } from '#fixtures/build.ts'
import { causesIn, placesInWords } from './causes.ts'

const open = { ViewerProtocolPolicy: 'allow-all' } as const
const problems = findProblems(rules, {
  document: distribution({
    CacheBehaviors: [
      behavior('/a/*', 'web', open),
      behavior('/b/*', 'web', open),
      behavior('/c/*', 'nowhere'),
    ],
  }),
})

test('what one rule finds in several places is one cause with all of them', () => {
  const causes = causesIn(problems)
  expect(causes.length).toBeLessThan(problems.length + 1)
  expect(new Set(causes.map(({ key }) => key)).size).toBe(causes.length)
  expect(causes.flatMap((cause) => cause.problems).length).toBe(problems.length)
})

test('what is refused stands first and advice last', () => {
  const severities = causesIn(problems.toReversed()).map((cause) => cause.problems[0].severity)
  expect(severities[0]).toBe('error')
  expect(severities).toEqual(
    [...severities].sort((a, b) => 'ewi'.indexOf(a[0] ?? '') - 'ewi'.indexOf(b[0] ?? '')),
  )
})

test('many places are named as a few and a number', () => {
  expect(placesInWords(['a', 'b', 'a'])).toBe('a, b')
  expect(placesInWords(['a', 'b', 'c', 'd', 'e'])).toBe('a, b, c and 2 more')
})
