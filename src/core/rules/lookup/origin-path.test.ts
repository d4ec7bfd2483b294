import { expect, test } from 'vitest'
import { findProblems } from '#core/rules/harness/run.ts'
import { rules } from '#core/rules/index.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

test('where an origin path has two faults each remedy mends both', () => {
  const document = distribution({ Origins: [customOrigin('web', { OriginPath: 'assets/' })] })
  const told = findProblems(rules, { document })
    .filter(({ rule }) => rule.id.startsWith('origin/path-'))
    .map(({ message }) => message)
  expect(told).toHaveLength(2)
  for (const message of told) expect(message).toContain('write “/assets”.')
})
