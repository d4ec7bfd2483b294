import { expect, test } from 'vitest'
import type { JsonObject } from '#core/model/field.ts'
import { stalePaths } from './stale.ts'

const origin = (Id: string, DomainName: string, more: JsonObject = {}): JsonObject => ({
  Id,
  DomainName,
  ...more,
})
const behavior = (PathPattern: string, TargetOriginId: string, more: JsonObject = {}): JsonObject => ({
  PathPattern,
  TargetOriginId,
  CachePolicyId: 'policy',
  ...more,
})
const site = (
  behaviors: readonly JsonObject[],
  origins: readonly JsonObject[],
  fallback: JsonObject = {},
): JsonObject => ({
  Origins: { Items: origins },
  DefaultCacheBehavior: { TargetOriginId: 'web', CachePolicyId: 'policy', ...fallback },
  CacheBehaviors: { Items: behaviors },
})
const web = origin('web', 'web.example.org')
const api = origin('api', 'api.example.org')
const before = site([behavior('/api/*', 'api'), behavior('*.jpg', 'web')], [web, api])
const paths = (after: JsonObject, policies?: Parameters<typeof stalePaths>[2]) =>
  stalePaths(before, after, policies).map(({ path }) => path)

test('nothing is stale where only what works after the cache changes', () => {
  expect(
    paths(
      site(
        [behavior('/api/*', 'api', { ResponseHeadersPolicyId: 'x' }), behavior('*.jpg', 'web')],
        [web, api],
      ),
    ),
  ).toEqual([])
})
test('another host behind one origin makes the paths stale that are answered from it', () => {
  const moved = origin('api', 'new.example.org')
  expect(paths(site([behavior('/api/*', 'api'), behavior('*.jpg', 'web')], [web, moved]))).toEqual(['/api/*'])
})
test('another origin path of the default makes everything stale that no narrower invalidation reaches', () => {
  const moved = origin('web', 'web.example.org', { OriginPath: '/v2' })
  expect(paths(site([behavior('/api/*', 'api'), behavior('*.jpg', 'web')], [moved, api]))).toEqual(['/*'])
})
test('an origin under another name is the same content', () => {
  const renamed = origin('backend', 'api.example.org')
  expect(paths(site([behavior('/api/*', 'backend'), behavior('*.jpg', 'web')], [web, renamed]))).toEqual([])
})
test('a new behavior makes its own paths stale where another origin answered them', () => {
  const more = [behavior('/docs/?.html', 'api'), behavior('/api/*', 'api'), behavior('*.jpg', 'web')]
  expect(paths(site(more, [web, api]))).toEqual(['/docs/*'])
})
test('a behavior that is taken away makes its paths stale', () => {
  expect(paths(site([behavior('*.jpg', 'web')], [web, api]))).toEqual(['/api/*'])
})
test('a function that changes what is stored makes it stale, one that changes the answer does not', () => {
  const edge = (EventType: string) =>
    site(
      [
        behavior('/api/*', 'api', {
          LambdaFunctionAssociations: { Items: [{ EventType, LambdaFunctionARN: 'arn' }] },
        }),
        behavior('*.jpg', 'web'),
      ],
      [web, api],
    )
  expect(paths(edge('origin-response'))).toEqual(['/api/*'])
  expect(paths(edge('viewer-response'))).toEqual([])
})
test('a shorter lifetime in the same policy leaves objects with the longer one', () => {
  const policies = (_: unknown, when: 'before' | 'after') => ({ DefaultTTL: when === 'before' ? 86_400 : 60 })
  expect(paths(before, policies)).toEqual(['/*'])
})
