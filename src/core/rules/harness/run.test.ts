import { expect, test } from 'vitest'
import type { DesignDocument, Suppression } from '#core/model/document.ts'
import { applyEdit } from '#core/model/edit.ts'
import { rules } from '#core/rules/index.ts'
import { cloudFrontFunction, defaultBehavior, distribution } from '#fixtures/build.ts'
import { findProblems } from './run.ts'

const dangling = distribution({ DefaultCacheBehavior: defaultBehavior('nowhere') })
const withSuppression = (suppression: Suppression): DesignDocument => ({
  ...dangling,
  suppressions: [suppression],
})
const idsOf = (document: DesignDocument) => findProblems(rules, { document }).map(({ rule }) => rule.id)
const path = '/resources/Site/config/DefaultCacheBehavior/TargetOriginId'

test('an accepted problem is left out, everywhere or at one place', () => {
  expect(idsOf(dangling)).toContain('behavior/target-missing')
  for (const place of [{}, { path }]) {
    const found = idsOf(
      withSuppression({ rule: 'behavior/target-missing', reason: 'made elsewhere', ...place }),
    )
    expect(found).not.toContain('behavior/target-missing')
    expect(found).not.toContain('design/unused-suppression')
  }
})

test('an accepted problem that is not there is told of, and taken back by its fix', () => {
  const document = withSuppression({
    rule: 'behavior/target-missing',
    path: '/resources/Site/config',
    reason: 'once',
  })
  const problem = findProblems(rules, { document }).find(
    ({ rule }) => rule.id === 'design/unused-suppression',
  )
  expect(problem).toMatchObject({ severity: 'info', path: ['suppressions', 0] })
  if (!problem?.fix) throw new Error('There is no fix.')
  expect(idsOf(applyEdit(document, problem.fix))).not.toContain('design/unused-suppression')
})

test('a suppression of a rule that does not exist says so', () => {
  const document = withSuppression({ rule: 'behavior/target-mising', reason: 'a slip' })
  expect(findProblems(rules, { document }).map(({ message }) => message)).toContain(
    'There is no rule “behavior/target-mising”, so the suppression (“a slip”) does nothing; remove it or mend the id.',
  )
})

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
const idsWith = (context: Parameters<typeof findProblems>[1]) =>
  findProblems(rules, context).map(({ rule }) => rule.id)

test('rules that need an account say nothing without one', () => {
  expect(idsWith({ document: foreign })).not.toContain('function/other-account')
})

test('what a scenario tells of the account counts', () => {
  const scenarios = [{ name: 'a visit', account: { accountId: '111122223333' }, steps: [] }]
  expect(idsWith({ document: { ...foreign, scenarios } })).toContain('function/other-account')
})

test('the account that is connected counts before what a scenario tells', () => {
  const scenarios = [{ name: 'a visit', account: { accountId: '111122223333' }, steps: [] }]
  const account = { accountId: '444455556666' }
  expect(idsWith({ document: { ...foreign, scenarios }, account })).not.toContain('function/other-account')
})

test('a message that begins with what a behavior is called is a sentence', () => {
  const document = distribution({
    DefaultCacheBehavior: {
      TargetOriginId: 'web',
      LambdaFunctionAssociations: [{ EventType: 'viewer-response', IncludeBody: true }],
    },
  })
  const found = findProblems(rules, { document }).find(
    ({ rule }) => rule.id === 'lambda-edge/include-body-response',
  )
  expect(found?.message).toMatch(/^The default cache behavior includes/)
})
