import { expect, test } from 'vitest'
import type { JsonObject } from '#core/model/field.ts'
import { changesBetween } from './diff.ts'

const paths = (before: JsonObject, after: JsonObject) =>
  changesBetween(before, after).map(({ path }) => path.join('.'))

test.each<readonly [what: string, before: JsonObject, after: JsonObject]>([
  ['turning IPv6 off', { IsIPV6Enabled: true }, { IsIPV6Enabled: false }],
  ['a default TTL of nothing instead of a day', { DefaultTTL: 86_400 }, { DefaultTTL: 0 }],
  ['going back to HTTP/1.1', { HttpVersion: 'http2' }, { HttpVersion: 'http1.1' }],
  ['disabling a distribution', { Enabled: true }, { Enabled: false }],
  ['taking away a web ACL', { WebACLId: 'arn' }, { WebACLId: '' }],
])('%s is a change, though a default is involved', (_, before, after) => {
  expect(paths(before, after)).toEqual(Object.keys(before))
})

test.each<readonly [what: string, before: JsonObject, after: JsonObject]>([
  ['a default that CloudFront filled in', { ConnectionAttempts: 3, PriceClass: 'PriceClass_All' }, {}],
  ['an empty list and none', { Aliases: { Quantity: 0 } }, {}],
  [
    'the order of alternate domain names',
    { Aliases: { Items: ['a', 'b'] } },
    { Aliases: { Items: ['b', 'a'] } },
  ],
  ['the caller reference', { CallerReference: 'one' }, { CallerReference: 'two' }],
])('%s is no change', (_, before, after) => {
  expect(paths(before, after)).toEqual([])
})

test('a function that was made but not published is published, unless the design keeps it back', () => {
  expect(paths({ AutoPublish: false }, {})).toEqual(['AutoPublish'])
  expect(paths({ AutoPublish: false }, { AutoPublish: true })).toEqual(['AutoPublish'])
  expect(paths({ AutoPublish: false }, { AutoPublish: false })).toEqual([])
  expect(paths({ AutoPublish: true }, { AutoPublish: false })).toEqual([])
})

test('the order of behaviors is a change, because the first match wins', () => {
  const list = (...patterns: string[]): JsonObject => ({
    CacheBehaviors: { Items: patterns.map((PathPattern) => ({ PathPattern })) },
  })
  expect(paths(list('/a', '/b'), list('/b', '/a'))).toEqual([
    'CacheBehaviors.Items.0.PathPattern',
    'CacheBehaviors.Items.1.PathPattern',
  ])
})
