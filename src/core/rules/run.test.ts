import { expect, test } from 'vitest'
import { cloudFrontFunction, distribution } from '#fixtures/build.ts'
import { rules } from './index.ts'
import { findProblems } from './run.ts'

const foreign = distribution(
  {
    DefaultCacheBehavior: {
      TargetOriginId: 'web',
      FunctionAssociations: [
        { EventType: 'viewer-request', FunctionARN: 'arn:aws:cloudfront::444455556666:function/edge' },
      ],
    },
  },
  { F: cloudFrontFunction() },
)
const idsOf = (context: Parameters<typeof findProblems>[1]) =>
  findProblems(rules, context).map(({ rule }) => rule.id)

test('rules that need an account say nothing without one', () => {
  expect(idsOf({ document: foreign })).not.toContain('function/other-account')
})

test('what a scenario tells of the account counts', () => {
  const scenarios = [{ name: 'a visit', account: { accountId: '111122223333' }, steps: [] }]
  expect(idsOf({ document: { ...foreign, scenarios } })).toContain('function/other-account')
})

test('the account that is connected counts before what a scenario tells', () => {
  const scenarios = [{ name: 'a visit', account: { accountId: '111122223333' }, steps: [] }]
  const account = { accountId: '444455556666' }
  expect(idsOf({ document: { ...foreign, scenarios }, account })).not.toContain('function/other-account')
})
