import { expect, test } from 'vitest'
import type { JsonObject } from '#core/model/field.ts'
import { changesBetween } from './diff.ts'
import { filledIn, keyed, sets, twins } from './equivalences.ts'

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

const certificate = {
  ACMCertificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/1',
  SSLSupportMethod: 'sni-only',
  MinimumProtocolVersion: 'TLSv1.2_2021',
}

test('what CloudFront answers beside an ACM certificate is no change', () => {
  const answered = { ...certificate, Certificate: certificate.ACMCertificateArn, CertificateSource: 'acm' }
  expect(changesBetween({ ViewerCertificate: answered }, { ViewerCertificate: certificate })).toEqual([])
  const other = { ...certificate, ACMCertificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/2' }
  expect(changesBetween({ ViewerCertificate: answered }, { ViewerCertificate: other })).toHaveLength(1)
})

test('origins and headers in another order are no change, and behaviors in another order are', () => {
  const origin = (Id: string, ...names: string[]) => ({
    Id,
    DomainName: `${Id}.example.org`,
    CustomHeaders: {
      Quantity: names.length,
      Items: names.map((HeaderName) => ({ HeaderName, HeaderValue: 'x' })),
    },
  })
  const list = (...Items: object[]) => ({ Quantity: Items.length, Items }) as never
  const [a, b] = [{ PathPattern: '/a' }, { PathPattern: '/b' }]
  expect(
    changesBetween(
      { Origins: list(origin('b'), origin('a', 'two', 'one')) },
      { Origins: list(origin('a', 'one', 'two'), origin('b')) },
    ),
  ).toEqual([])
  expect(changesBetween({ CacheBehaviors: list(a, b) }, { CacheBehaviors: list(b, a) })).toHaveLength(2)
})

test('a lifetime of nothing is a choice, where saying nothing means a day', () => {
  const behavior = (DefaultTTL?: number) => ({
    DefaultCacheBehavior: { MinTTL: 0, ...(DefaultTTL !== undefined && { DefaultTTL }) },
  })
  expect(changesBetween(behavior(0), behavior())).toMatchObject([{ before: 0, after: undefined }])
  expect(changesBetween(behavior(86_400), behavior())).toEqual([])
})

test('every equivalence names the page of AWS that says so, and no list is two kinds', () => {
  const sources = [
    ...Object.values(filledIn).map(({ source }) => source),
    ...twins.values(),
    ...sets.values(),
    ...[...keyed.values()].map(({ source }) => source),
  ]
  for (const source of sources) expect(source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/.*\w\.html$/)
  expect([...keyed.keys()].filter((name) => sets.has(name))).toEqual([])
})
