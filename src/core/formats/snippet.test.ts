import { expect, test } from 'vitest'
import { readSnippet } from './snippet.ts'

test('a cache behavior out of a template is one, with the expressions that it has', () => {
  const snippet = readSnippet(
    `- PathPattern: /api/*\n  TargetOriginId: api\n  AllowedMethods: [GET, HEAD]\n  CachePolicyId: !Ref Own\n`,
  )
  expect(snippet?.items).toEqual([
    {
      list: 'CacheBehaviors',
      value: {
        PathPattern: '/api/*',
        TargetOriginId: 'api',
        AllowedMethods: { Items: ['GET', 'HEAD'] },
        CachePolicyId: expect.objectContaining({ unknown: '!Ref Own' }),
      },
    },
  ])
})

test('lists as the API prints them are read: origins, groups and behaviors together', () => {
  const snippet = readSnippet(
    JSON.stringify({
      Origins: {
        Quantity: 1,
        Items: [{ Id: 'a', DomainName: 'a.example.org', CustomHeaders: { Quantity: 0 } }],
      },
      OriginGroups: {
        Quantity: 1,
        Items: [{ Id: 'g', Members: { Quantity: 1, Items: [{ OriginId: 'a' }] } }],
      },
    }),
  )
  expect(snippet?.items.map(({ list, value }) => [list, value['Id']])).toEqual([
    ['Origins', 'a'],
    ['OriginGroups', 'g'],
  ])
  expect(snippet?.items[1]?.value['Members']).toEqual([{ OriginId: 'a' }])
})

test('a policy as the command line prints it, and one out of a template, are the same resource', () => {
  const config = { Name: 'long', MinTTL: 5 }
  const printed = readSnippet(
    JSON.stringify({ ETag: 'E1', CachePolicy: { Id: 'p1', CachePolicyConfig: config } }),
  )
  const declared = readSnippet(
    'CachePolicy:\n  Type: AWS::CloudFront::CachePolicy\n  Properties:\n    CachePolicyConfig: { Name: long, MinTTL: 5 }\n',
  )
  expect(printed?.resources).toEqual({ CachePolicy: { type: 'CachePolicy', config } })
  expect(declared?.resources).toEqual(printed?.resources)
})

test('whole configurations, and texts about something else, are no parts', () => {
  const whole = {
    CallerReference: 'r',
    Origins: { Quantity: 0 },
    DefaultCacheBehavior: { TargetOriginId: 'a' },
  }
  expect(readSnippet(JSON.stringify(whole))).toBeUndefined()
  expect(
    readSnippet('Resources:\n  Site:\n    Type: AWS::CloudFront::Distribution\n    Properties: {}\n'),
  ).toBeUndefined()
  for (const text of ['hello', '', '[1, 2]', '{', 'a: b', 'Id: 3', '- - -', '"PathPattern"', 'null'])
    expect(readSnippet(text)).toBeUndefined()
})
