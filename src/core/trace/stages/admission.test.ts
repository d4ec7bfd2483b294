import { expect, test } from 'vitest'
import type { DistributionConfig } from '#core/model/document.ts'
import type { ViewerRequest } from '#core/model/scenario.ts'
import { createSimulation } from '#core/trace/engine/simulation.ts'
import { behavior, customOrigin, defaultBehavior, distribution, managed } from '#fixtures/build.ts'

const origins = {
  web: [{ response: { status: 200, headers: { 'Cache-Control': 'max-age=60' }, body: 'ok' } }],
}
const ask = (config: Partial<DistributionConfig>, request: ViewerRequest) =>
  createSimulation({ document: distribution(config), origins }).request(request)

test('a host that is no alias is refused, and the more specific alias answers', async () => {
  const config = { Aliases: ['*.example.com', 'www.example.com'] }
  expect((await ask(config, { url: 'https://example.com/' })).status).toBe(403)
  expect((await ask(config, { url: 'https://a.b.example.com/' })).status).toBe(200)
  const exact = await ask(config, { url: 'https://www.example.com/' })
  expect(exact.events[0]?.detail).toContain('alternate domain name “www.example.com”')
})

test('a web ACL’s block ends the request before geography and protocol', async () => {
  const result = await ask(
    { WebACLId: 'arn' },
    { url: 'http://d111111abcdef8.cloudfront.net/', viewer: { waf: 'block' } },
  )
  expect([result.status, result.detailedResultType, result.originRequests]).toEqual([
    403,
    'InvalidRequestBlocked',
    [],
  ])
})

test('a URL of more than 8,192 bytes and a request of more than 32,768 are refused', async () => {
  expect((await ask({}, { url: `/${'a'.repeat(9000)}` })).status).toBe(414)
  expect((await ask({}, { url: '/', headers: { 'x-a': 'a'.repeat(40_000) } })).status).toBe(494)
})

test('percent-encoded unreserved characters and dot segments are normalised before the behavior is chosen', async () => {
  const config = {
    Origins: [customOrigin('web')],
    CacheBehaviors: [behavior('/api/*', 'web')],
    DefaultCacheBehavior: defaultBehavior('web'),
  }
  expect((await ask(config, { url: '/x/../%61pi/y' })).behavior).toBe('/api/*')
  const doubled = await ask(config, { url: '//api/%2fy' })
  expect([doubled.behavior, doubled.originRequests[0]?.path]).toEqual(['/api/*', '//api/%2fy'])
})

test('the story names the patterns that lost and leads to the behavior that won', async () => {
  const config = {
    CacheBehaviors: [behavior('/api/*', 'web'), behavior('/img/*', 'web')],
    DefaultCacheBehavior: defaultBehavior('web'),
  }
  const { events } = await ask(config, { url: '/img/a' })
  const chosen = events.find(({ stage }) => stage === 'cache-behavior')
  expect(chosen?.detail).toContain('“/api/*” does not match')
  expect(chosen?.because).toEqual(['/resources/Site/config/CacheBehaviors/1'])
})

test('of many patterns that lost the nearest are named and the others counted, and the step holds all of them', async () => {
  const patterns = ['/a/*', '/b/*', '/api/*', '/c/*', '/api', '/d/*', '/e/*']
  const config = {
    CacheBehaviors: patterns.map((pattern) => behavior(pattern, 'web')),
    DefaultCacheBehavior: defaultBehavior('web'),
  }
  const { events } = await ask(config, { url: '/API/users' })
  const chosen = events.find(({ stage }) => stage === 'cache-behavior')
  expect(chosen?.detail).toBe(
    '“/API/users” goes to the default cache behavior. “/a/*”, “/api/*”, “/api” and 4 others do not match.',
  )
  expect(chosen?.said).toMatchObject({ is: 'chosen', pattern: null, passed: patterns })
})

test('a custom error response turns CloudFront’s own 403 into its page, whose fetch has its own behavior', async () => {
  const config = {
    Restrictions: { GeoRestriction: { RestrictionType: 'whitelist', Items: ['DE'] } },
    CustomErrorResponses: [{ ErrorCode: 403, ResponseCode: '200', ResponsePagePath: '/sorry.html' }],
  } satisfies Partial<DistributionConfig>
  const result = await ask(config, { url: '/a', viewer: { country: 'US' } })
  expect([result.status, result.body, result.xCache]).toEqual([200, 'ok', 'Error from cloudfront'])
})

test('an error page that fails itself ends in the status of its own origin, and never in a loop', async () => {
  const document = distribution({
    CustomErrorResponses: [
      { ErrorCode: 404, ResponseCode: '404', ResponsePagePath: '/404.html' },
      { ErrorCode: 500, ResponseCode: '500', ResponsePagePath: '/500.html' },
    ],
  })
  const rules = [
    { match: { path: '/404.html' }, response: { status: 500 } },
    { match: { path: '/500.html' }, response: { status: 404 } },
  ]
  const result = await createSimulation({ document, origins: { web: rules } }).request({ url: '/a' })
  expect([result.status, result.originRequests.length]).toEqual([500, 2])
})

test('a malformed URL is told in one sentence', async () => {
  const simulation = createSimulation({ document: distribution(), origins })
  await expect(simulation.request({ url: 'd111111abcdef8.cloudfront.net/a' })).rejects.toThrow(
    '“d111111abcdef8.cloudfront.net/a” is no URL: it starts with neither http://, https:// nor a slash.',
  )
  await expect(simulation.request({ url: '/%zz' })).rejects.toThrow('percent sign')
})

test('field-level encryption marks the fields that its profile names', async () => {
  const document = distribution(
    {
      DefaultCacheBehavior: defaultBehavior('web', {
        CachePolicyId: managed.cachingDisabled,
        AllowedMethods: { Items: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'POST', 'PATCH', 'DELETE'] },
        FieldLevelEncryptionId: { ref: 'Encryption' },
      }),
    },
    {
      Encryption: { type: 'FieldLevelEncryptionConfig', config: {} },
      Profile: {
        type: 'FieldLevelEncryptionProfile',
        config: { EncryptionEntities: [{ FieldPatterns: ['Card*'] }] },
      },
    },
  )
  const { events } = await createSimulation({ document, origins }).request({
    method: 'POST',
    url: '/pay',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'CardNumber=1&Name=x',
  })
  expect(events.find(({ stage }) => stage === 'field-level-encryption')?.detail).toContain('“CardNumber”')
})
