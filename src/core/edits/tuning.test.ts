import { expect, test } from 'vitest'
import type { DesignDocument } from '#core/model/document.ts'
import { applyEdit } from '#core/model/edit.ts'
import { policyBehind } from '#core/model/managed-policies.ts'
import type { Tuning } from '#core/model/tuning.ts'
import {
  behavior,
  cachePolicy,
  customOrigin,
  defaultBehavior,
  distribution,
  managed,
} from '#fixtures/build.ts'
import { tuningEdit } from './tuning.ts'

const leaveOut = (name: string, part: 'query string' | 'header' | 'cookie' = 'query string'): Tuning => ({
  kind: 'leave-out',
  pattern: '*',
  part,
  names: [name],
})

function tuned(design: DesignDocument, tuning: Tuning) {
  const edit = tuningEdit(design, 'Site', tuning)
  if (!edit) throw new Error('There is no edit.')
  const document = applyEdit(design, edit)
  const site = document.resources['Site']
  if (site?.type !== 'Distribution') throw new Error('The distribution is gone.')
  return { document, config: site.config }
}
const policyOf = (design: DesignDocument, tuning: Tuning) => {
  const { document, config } = tuned(design, tuning)
  const byDefault = config.DefaultCacheBehavior
  return policyBehind(
    document,
    'CachePolicy',
    byDefault && 'CachePolicyId' in byDefault ? byDefault.CachePolicyId : undefined,
  )
}
const withPolicy = (parameters: Parameters<typeof cachePolicy>[1], others = false) =>
  distribution(
    {
      Origins: [customOrigin('web')],
      DefaultCacheBehavior: defaultBehavior('web', { CachePolicyId: { ref: 'Policy' } }),
      ...(others && { CacheBehaviors: [behavior('/b/*', 'web', { CachePolicyId: { ref: 'Policy' } })] }),
    },
    { Policy: cachePolicy({}, parameters) },
  )

test.each([
  [{ QueryStringBehavior: 'all' }, { QueryStringBehavior: 'allExcept', QueryStrings: ['utm'] }],
  [
    { QueryStringBehavior: 'allExcept', QueryStrings: ['a'] },
    { QueryStringBehavior: 'allExcept', QueryStrings: ['a', 'utm'] },
  ],
  [
    { QueryStringBehavior: 'whitelist', QueryStrings: ['a', 'utm'] },
    { QueryStringBehavior: 'whitelist', QueryStrings: ['a'] },
  ],
  [{ QueryStringBehavior: 'whitelist', QueryStrings: ['utm'] }, { QueryStringBehavior: 'none' }],
] as const)('a query string leaves %j', (before, after) => {
  const names = 'QueryStrings' in before ? { QueryStrings: [...before.QueryStrings] } : {}
  const design = withPolicy({
    QueryStringsConfig: { QueryStringBehavior: before.QueryStringBehavior, ...names },
  })
  expect(policyOf(design, leaveOut('utm'))?.ParametersInCacheKeyAndForwardedToOrigin).toMatchObject({
    QueryStringsConfig: after,
  })
})

test('headers leave whatever their case, and cookies leave too', () => {
  const design = withPolicy({
    HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['User-Agent'] },
    CookiesConfig: { CookieBehavior: 'all' },
  })
  expect(
    policyOf(design, leaveOut('user-agent', 'header'))?.ParametersInCacheKeyAndForwardedToOrigin,
  ).toMatchObject({ HeadersConfig: { HeaderBehavior: 'none' } })
  expect(policyOf(design, leaveOut('sid', 'cookie'))?.ParametersInCacheKeyAndForwardedToOrigin).toMatchObject(
    { CookiesConfig: { CookieBehavior: 'allExcept', Cookies: ['sid'] } },
  )
})

test('what was taken out of a key once is not taken out again', () => {
  const parameters = { QueryStringsConfig: { QueryStringBehavior: 'all' } } as const
  const once = tuned(withPolicy(parameters), leaveOut('utm')).document
  expect(tuned(once, leaveOut('utm')).document).toEqual(once)
})

test('a policy that other behaviors use, and a managed one, is copied; one of its own is changed', () => {
  const parameters = { QueryStringsConfig: { QueryStringBehavior: 'all' } } as const
  const own = tuned(withPolicy(parameters), leaveOut('utm'))
  expect(Object.keys(own.document.resources)).toEqual(['Policy', 'Site'])
  const shared = tuned(withPolicy(parameters, true), leaveOut('utm'))
  expect(shared.config.DefaultCacheBehavior).toMatchObject({ CachePolicyId: { ref: 'PolicyTuned' } })
  expect(shared.document.resources['Policy']).toEqual(withPolicy(parameters).resources['Policy'])
  const copied = policyOf(distribution(), { kind: 'lengthen', pattern: '*', seconds: 604_800 })
  expect(copied).toMatchObject({ Name: 'CachingOptimized-tuned', MinTTL: 604_800, DefaultTTL: 604_800 })
})

test('a split stands before the behavior that it is split off, with the same target and functions', () => {
  const design = distribution({
    Origins: [customOrigin('web')],
    CacheBehaviors: [
      behavior('/a/*', 'web'),
      behavior('/b/*', 'web', { CachePolicyId: managed.cachingDisabled }),
    ],
    DefaultCacheBehavior: defaultBehavior('web', { CachePolicyId: managed.cachingDisabled }),
  })
  const patterns = (tuning: Tuning) =>
    tuned(design, tuning).config.CacheBehaviors?.map((one) => ('PathPattern' in one ? one.PathPattern : ''))
  expect(patterns({ kind: 'split', pattern: '/b/*', files: '*.css' })).toEqual(['/a/*', '*.css', '/b/*'])
  expect(patterns({ kind: 'split', pattern: '*', files: '*.css' })).toEqual(['/a/*', '/b/*', '*.css'])
})

test('the form without a cache policy is changed in place, and where it has no form for it nothing is', () => {
  const { CachePolicyId: _, ...plain } = defaultBehavior('web')
  const legacy = distribution({
    DefaultCacheBehavior: {
      ...plain,
      ForwardedValues: { QueryString: true, QueryStringCacheKeys: ['a', 'utm'], Headers: ['*'] },
      MinTTL: 0,
    },
  })
  expect(tuned(legacy, leaveOut('utm')).config.DefaultCacheBehavior).toMatchObject({
    ForwardedValues: { QueryStringCacheKeys: ['a'] },
  })
  expect(
    tuned(legacy, { kind: 'lengthen', pattern: '*', seconds: 3600 }).config.DefaultCacheBehavior,
  ).toMatchObject({ MinTTL: 3600, DefaultTTL: 3600 })
  expect(tuningEdit(legacy, 'Site', leaveOut('user-agent', 'header'))).toBeNull()
  expect(tuningEdit(legacy, 'Site', { ...leaveOut('utm'), pattern: '/gone' })).toBeNull()
})
