import { expect, test } from 'vitest'
import type { ViewerRequest } from '#core/model/scenario.ts'
import { createSimulation } from '#core/trace/engine/simulation.ts'
import { customOrigin, defaultBehavior, distribution } from '#fixtures/build.ts'
import { foreign } from '#fixtures/build-resources.ts'
import { transformations } from './transformations.ts'

const none = [{ Priority: 0, Type: 'NONE' }]
const block = { Block: {} }
const count = { Count: {} }
const rule = (Priority: number, Statement: object, more: object = { Action: block }) => ({
  Name: `r${Priority}`,
  Priority,
  Statement,
  ...more,
})
const path = (SearchString: string, PositionalConstraint = 'STARTS_WITH', TextTransformations = none) => ({
  ByteMatchStatement: {
    FieldToMatch: { UriPath: {} },
    SearchString,
    PositionalConstraint,
    TextTransformations,
  },
})

const simulate = (Rules: object[], acl: object = {}) =>
  createSimulation({
    document: distribution(
      {
        Origins: [customOrigin('web')],
        DefaultCacheBehavior: defaultBehavior('web', {
          AllowedMethods: { Items: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'POST', 'PATCH', 'DELETE'] },
        }),
        WebACLId: { ref: 'Acl', attribute: 'Arn' },
      },
      {
        Acl: foreign('AWS::WAFv2::WebACL', { Name: 'acl', DefaultAction: { Allow: {} }, Rules, ...acl }),
        Ips: foreign('AWS::WAFv2::IPSet', { Addresses: ['192.0.2.0/24', '2001:db8::/32'] }),
        Patterns: foreign('AWS::WAFv2::RegexPatternSet', { RegularExpressionList: ['^/x\\d+$', 'bad'] }),
        Group: foreign('AWS::WAFv2::RuleGroup', {
          Name: 'group',
          Rules: [rule(0, path('/in-group')), rule(1, path('/counted'))],
        }),
      },
    ),
    origins: { web: [{ response: { status: 200, body: 'ok' } }] },
  })
const status = async (rules: object[], request: ViewerRequest) =>
  (await simulate(rules).request(request)).status

const cases: readonly (readonly [
  what: string,
  statement: object,
  hit: ViewerRequest,
  miss: ViewerRequest,
])[] = [
  [
    'an IP set',
    { IPSetReferenceStatement: { Arn: { ref: 'Ips', attribute: 'Arn' } } },
    { url: '/', viewer: { ip: '192.0.2.7' } },
    { url: '/', viewer: { ip: '198.51.100.1' } },
  ],
  [
    'a forwarded address',
    {
      IPSetReferenceStatement: {
        Arn: { ref: 'Ips', attribute: 'Arn' },
        IPSetForwardedIPConfig: {
          HeaderName: 'X-Forwarded-For',
          FallbackBehavior: 'NO_MATCH',
          Position: 'LAST',
        },
      },
    },
    { url: '/', headers: { 'X-Forwarded-For': '10.0.0.1, 192.0.2.9' } },
    { url: '/' },
  ],
  [
    'a country',
    { GeoMatchStatement: { CountryCodes: ['DE'] } },
    { url: '/', viewer: { country: 'DE' } },
    { url: '/', viewer: { country: 'FR' } },
  ],
  [
    'a network',
    { AsnMatchStatement: { AsnList: [64496] } },
    { url: '/', viewer: { asn: 64496 } },
    { url: '/' },
  ],
  ['a string', path('/admin'), { url: '/admin/x' }, { url: '/x/admin' }],
  ['a word', path('cat', 'CONTAINS_WORD'), { url: '/a/cat.jpg' }, { url: '/cats' }],
  [
    'a transformed string',
    path('/admin', 'EXACTLY', [
      { Priority: 1, Type: 'LOWERCASE' },
      { Priority: 0, Type: 'URL_DECODE' },
    ]),
    { url: '/%41DMIN' },
    { url: '/%41DMINx' },
  ],
  [
    'a regular expression',
    {
      RegexMatchStatement: {
        FieldToMatch: { SingleHeader: { Name: 'User-Agent' } },
        RegexString: '(?i)bot',
        TextTransformations: none,
      },
    },
    { url: '/', headers: { 'User-Agent': 'RoBoT' } },
    { url: '/' },
  ],
  [
    'a pattern set',
    {
      RegexPatternSetReferenceStatement: {
        Arn: { ref: 'Patterns', attribute: 'Arn' },
        FieldToMatch: { UriPath: {} },
        TextTransformations: none,
      },
    },
    { url: '/x12' },
    { url: '/x' },
  ],
  [
    'a size',
    {
      SizeConstraintStatement: {
        FieldToMatch: { QueryString: {} },
        ComparisonOperator: 'GT',
        Size: 3,
        TextTransformations: none,
      },
    },
    { url: '/?abcd' },
    { url: '/?abc' },
  ],
  [
    'a query argument',
    {
      ByteMatchStatement: {
        FieldToMatch: { SingleQueryArgument: { Name: 'Id' } },
        SearchString: '7',
        PositionalConstraint: 'EXACTLY',
        TextTransformations: none,
      },
    },
    { url: '/?id=7' },
    { url: '/?other=7' },
  ],
  [
    'a cookie',
    {
      ByteMatchStatement: {
        FieldToMatch: {
          Cookies: {
            MatchPattern: { IncludedCookies: ['s'] },
            MatchScope: 'VALUE',
            OversizeHandling: 'MATCH',
          },
        },
        SearchString: 'evil',
        PositionalConstraint: 'CONTAINS',
        TextTransformations: none,
      },
    },
    { url: '/', headers: { Cookie: 's=an-evil; t=1' } },
    { url: '/', headers: { Cookie: 't=evil' } },
  ],
  [
    'a JSON body',
    {
      ByteMatchStatement: {
        FieldToMatch: {
          JsonBody: {
            MatchPattern: { IncludedPaths: ['/a/b'] },
            MatchScope: 'VALUE',
            InvalidFallbackBehavior: 'MATCH',
          },
        },
        SearchString: 'x',
        PositionalConstraint: 'EXACTLY',
        TextTransformations: none,
      },
    },
    { url: '/', method: 'POST', body: '{"a":{"b":"x"}}' },
    { url: '/', method: 'POST', body: '{"a":{"c":"x"}}' },
  ],
  [
    'and, or, not',
    {
      AndStatement: {
        Statements: [
          { NotStatement: { Statement: path('/ok') } },
          { OrStatement: { Statements: [path('/a'), path('/b')] } },
        ],
      },
    },
    { url: '/b' },
    { url: '/ok' },
  ],
]

test.each(cases)('%s is matched', async (_what, statement, hit, miss) => {
  expect([await status([rule(0, statement)], hit), await status([rule(0, statement)], miss)]).toEqual([
    403, 200,
  ])
})

test('the lowest priority goes first, and what allows ends the rest', async () => {
  const rules = [rule(9, path('/')), rule(1, path('/open'), { Action: { Allow: {} } })]
  expect([await status(rules, { url: '/open' }), await status(rules, { url: '/x' })]).toEqual([200, 403])
})

test('a rule that counts labels the request for a later one and adds its header', async () => {
  const rules = [
    rule(0, path('/'), {
      Action: { Count: { CustomRequestHandling: { InsertHeaders: [{ Name: 'Seen', Value: 'yes' }] } } },
      RuleLabels: [{ Name: 'suspect:one' }],
    }),
    rule(1, { LabelMatchStatement: { Scope: 'LABEL', Key: 'suspect:one' } }),
  ]
  expect(await status(rules, { url: '/' })).toBe(403)
  expect(await status([rules[0] ?? {}], { url: '/' })).toBe(200)
  const namespace = rule(1, { LabelMatchStatement: { Scope: 'NAMESPACE', Key: 'suspect:' } })
  expect(await status([rules[0] ?? {}, namespace], { url: '/' })).toBe(403)
})

test('a custom response has its status, headers and body', async () => {
  const CustomResponse = {
    ResponseCode: 429,
    CustomResponseBodyKey: 'slow',
    ResponseHeaders: [{ Name: 'Retry-After', Value: '9' }],
  }
  const simulation = simulate([rule(0, path('/'), { Action: { Block: { CustomResponse } } })], {
    CustomResponseBodies: { slow: { ContentType: 'APPLICATION_JSON', Content: '{}' } },
  })
  const result = await simulation.request({ url: '/' })
  expect(result).toMatchObject({
    status: 429,
    body: '{}',
    headers: { 'retry-after': '9', 'content-type': 'application/json' },
  })
})

test('a rate is counted for each address, within the window, and under the scope-down only', async () => {
  const RateBasedStatement = {
    Limit: 2,
    EvaluationWindowSec: 60,
    AggregateKeyType: 'IP',
    ScopeDownStatement: path('/login'),
  }
  const simulation = simulate([rule(0, { RateBasedStatement })])
  const ask = async (url: string, ip = '192.0.2.1') =>
    (await simulation.request({ url, viewer: { ip } })).status
  expect([
    await ask('/login'),
    await ask('/'),
    await ask('/login'),
    await ask('/login'),
    await ask('/login', '192.0.2.2'),
  ]).toEqual([200, 200, 200, 403, 200])
  simulation.advance(61)
  expect(await ask('/login')).toBe(200)
})

test('a group of the design is run with its overrides, and a managed one as the request scripts it', async () => {
  const call = (more: object, override: object = { None: {} }) =>
    rule(
      0,
      { RuleGroupReferenceStatement: { Arn: { ref: 'Group', attribute: 'Arn' }, ...more } },
      { OverrideAction: override },
    )
  const quiet = call({ RuleActionOverrides: [{ Name: 'r1', ActionToUse: count }] })
  expect([await status([quiet], { url: '/in-group' }), await status([quiet], { url: '/counted' })]).toEqual([
    403, 200,
  ])
  expect(await status([call({}, { Count: {} })], { url: '/in-group' })).toBe(200)
  const managed = rule(
    0,
    { ManagedRuleGroupStatement: { VendorName: 'AWS', Name: 'AWSManagedRulesCommonRuleSet' } },
    { OverrideAction: { None: {} } },
  )
  const unscripted = await simulate([managed]).request({ url: '/' })
  expect([unscripted.status, unscripted.events.some(({ detail }) => detail.includes('not public'))]).toEqual([
    200,
    true,
  ])
  expect(
    await status([managed], { url: '/', viewer: { waf: { AWSManagedRulesCommonRuleSet: 'block' } } }),
  ).toBe(403)
})

test('a challenge asks viewers without a token', async () => {
  const rules = [rule(0, path('/'), { Action: { Challenge: {} } })]
  expect([
    await status(rules, { url: '/' }),
    await status(rules, { url: '/', viewer: { wafToken: true } }),
  ]).toEqual([202, 200])
})

test('a statement that is not played is passed over by name, and the default action decides', async () => {
  const sql = rule(0, {
    SqliMatchStatement: { FieldToMatch: { QueryString: {} }, TextTransformations: none },
  })
  const result = await simulate([sql], { DefaultAction: { Block: {} } }).request({ url: '/' })
  expect(result.status).toBe(403)
  expect(result.events.map(({ detail }) => detail).join('\n')).toContain('SqliMatchStatement')
})

test('a statement that is not played can be scripted by the name of its rule', async () => {
  const sql = rule(0, {
    SqliMatchStatement: { FieldToMatch: { QueryString: {} }, TextTransformations: none },
  })
  const of = (waf: object) => status([sql], { url: '/', viewer: { waf: waf as never } })
  expect([await of({ r0: 'match' }), await of({ r1: 'match' })]).toEqual([403, 200])
})

test('a managed group whose scope-down statement is not played says so', async () => {
  const managed = rule(
    0,
    {
      ManagedRuleGroupStatement: {
        VendorName: 'AWS',
        Name: 'AWSManagedRulesBotControlRuleSet',
        ScopeDownStatement: {
          XssMatchStatement: { FieldToMatch: { QueryString: {} }, TextTransformations: none },
        },
      },
    },
    { OverrideAction: { None: {} } },
  )
  const { events } = await simulate([managed]).request({ url: '/' })
  expect(events.map(({ detail }) => detail).join('\n')).toContain('XssMatchStatement')
})

test.each([
  ['HTML_ENTITY_DECODE', '&lt;&#x41;&#66;', '<AB'],
  ['COMPRESS_WHITE_SPACE', 'a \t\n b', 'a b'],
  ['BASE64_DECODE', 'YWI=', 'ab'],
  ['HEX_DECODE', '6162', 'ab'],
  ['JS_DECODE', '\\u0061\\x62', 'ab'],
  ['REMOVE_NULLS', 'a\0b', 'ab'],
  ['REPLACE_COMMENTS', 'a/*x*/b', 'a b'],
  ['NORMALIZE_PATH', '/a/./b/../c', '/a/c'],
  ['CMD_LINE', 'C"A^T  /etc', 'cat/etc'],
])('%s makes “%s” into “%s”', (name, text, made) => {
  expect(transformations[name]?.(text)).toBe(made)
})
