import { expect, test } from 'vitest'
import { rules } from '#core/rules/index.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'
import { asDecided, readProject } from './project.ts'
import { findProblems } from './run.ts'

const design = distribution({ DefaultCacheBehavior: defaultBehavior('nowhere') })
const read = (file: unknown) => readProject(JSON.stringify(file), rules)
const found = findProblems(rules, { document: design })

test('a project switches rules off and makes others graver, by any of their names', () => {
  const project = read({
    profile: 'security',
    rules: {
      'security/no-waf': { level: 'error', reason: 'our policy' },
      'response-headers-policy/not-attached': { level: 'off', reason: 'the server sends them' },
    },
  })
  if (!project.ok) throw new Error(project.error.join(' '))
  expect(project.value.profile).toBe('security')
  const told = asDecided(project.value, found)
  expect(told.find(({ rule }) => rule.id === 'security/no-waf')?.severity).toBe('error')
  expect(found.map(({ rule }) => rule.id)).toContain('security/no-response-headers')
  expect(told.map(({ rule }) => rule.id)).not.toContain('security/no-response-headers')
})

test.each([
  ['[]', ['It is not a JSON object.']],
  ['{', ['It is not a JSON object.']],
  [
    '{"profile":"strict"}',
    ['“strict” is not a profile; there are essential, recommended, security, cost, all.'],
  ],
  ['{"rule":{}}', ['“rule” is not a setting; there are “profile” and “rules”.']],
  ['{"rules":{"a/b":{"level":"off","reason":"x"}}}', ['There is no rule “a/b”.']],
  [
    '{"rules":{"security/no-waf":{"level":"off"}}}',
    ['“security/no-waf” has no reason; say why, for whoever reads it next.'],
  ],
  [
    '{"rules":{"security/no-waf":"off"}}',
    ['“security/no-waf” is {"level": "off", "error", "warning" or "info", "reason": "…"}.'],
  ],
])('%s is told to be wrong', (text, faults) => {
  expect(readProject(text, rules)).toEqual({ ok: false, error: faults })
})
