import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { DesignDocument, Resource } from '#core/model/document.ts'
import type { OriginRule, ViewerRequest } from '#core/model/scenario.ts'
import { createSimulation } from '#core/trace/engine/simulation.ts'
import {
  bucketGranting,
  bucketOrigin,
  customOrigin,
  defaultBehavior,
  distribution,
  filesHost,
  group,
  managed,
  oac,
  originRequestPolicy,
} from '#fixtures/build.ts'

const fault = (error: NonNullable<OriginRule['error']>, times?: number): OriginRule => ({
  error,
  ...(times !== undefined && { times }),
})
const answer = (status: number, headers: Record<string, string> = {}, body = 'ok'): OriginRule => ({
  response: { status, headers, body },
})
const simulate = (document: DesignDocument, web: OriginRule[]) =>
  createSimulation({ document, origins: { web, spare: [answer(200)] } })
const once = (document: DesignDocument, web: OriginRule[], request: ViewerRequest = { url: '/a' }) =>
  simulate(document, web).request(request)

test.each([
  ['connect-timeout', 504, 3],
  ['connection-refused', 502, 3],
  ['response-timeout', 504, 3],
  ['tls', 502, 1],
  ['dns', 502, 1],
  ['connection-reset', 502, 1],
] as const)('%s ends in %i after %i attempts', async (error, status, attempts) => {
  const result = await once(distribution(), [fault(error)])
  expect([result.status, result.originRequests.length]).toEqual([status, attempts])
})

test('a second attempt that succeeds is all the viewer sees', async () => {
  const result = await once(distribution(), [fault('connect-timeout', 1), answer(200)])
  expect([result.status, result.originRequests.length]).toEqual([200, 2])
})

test('a group asks its second origin for reads only', async () => {
  const document = distribution({
    Origins: [customOrigin('web'), customOrigin('spare')],
    OriginGroups: [group('both', ['web', 'spare'])],
    DefaultCacheBehavior: defaultBehavior('both', {
      CachePolicyId: managed.cachingDisabled,
      AllowedMethods: { Items: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'POST', 'PATCH', 'DELETE'] },
    }),
  })
  expect((await once(document, [answer(503)])).originRequests.map(({ origin }) => origin)).toEqual([
    'web',
    'spare',
  ])
  expect((await once(document, [answer(503)], { method: 'POST', url: '/a' })).status).toBe(503)
})

const ofBucket = (resources: Record<string, Resource>) =>
  distribution({ Origins: [bucketOrigin('web', { DomainName: filesHost })] }, { Oac: oac, ...resources })

test('a bucket whose policy grants nothing answers 403; with s3:ListBucket a missing key is 404', async () => {
  const there = [{ match: { path: '/there' }, ...answer(200) }]
  expect((await once(ofBucket(bucketGranting()), there, { url: '/there' })).status).toBe(403)
  const readable = ofBucket(bucketGranting('s3:GetObject'))
  expect((await once(readable, there, { url: '/there' })).status).toBe(200)
  expect((await once(readable, there, { url: '/gone' })).status).toBe(403)
  const listable = ofBucket(bucketGranting('s3:GetObject', 's3:ListBucket'))
  expect((await once(listable, there, { url: '/gone' })).status).toBe(404)
  expect((await once(readable, there, { url: '/there' })).originRequests[0]?.host).toBe(
    'files.s3.us-east-1.amazonaws.com',
  )
})

test('Set-Cookie stays only where cookies are forwarded', async () => {
  const web = [answer(200, { 'Set-Cookie': 'a=1' })]
  expect((await once(distribution(), web)).headers['set-cookie']).toBeUndefined()
  const forwarding = distribution({
    DefaultCacheBehavior: defaultBehavior('web', { OriginRequestPolicyId: managed.allViewer }),
  })
  expect((await once(forwarding, web)).headers['set-cookie']).toBe('a=1')
})

test('“Vary: *” is refetched every time with a minimum TTL of 0', async () => {
  const document = distribution({
    DefaultCacheBehavior: { TargetOriginId: 'web', ForwardedValues: { QueryString: false } },
  })
  const simulation = simulate(document, [answer(200, { Vary: '*', 'Cache-Control': 'max-age=60' })])
  await simulation.request({ url: '/a' })
  expect((await simulation.request({ url: '/a' })).resultType).toBe('Miss')
})

const kept = async (control: string, wait: number, then: OriginRule) => {
  const simulation = simulate(distribution(), [
    { ...answer(200, { 'Cache-Control': control }, 'old'), times: 1 },
    then,
  ])
  await simulation.request({ url: '/a' })
  simulation.advance(wait)
  return [await simulation.request({ url: '/a' }), await simulation.request({ url: '/a' })] as const
}

test('stale-while-revalidate serves the old object once, and the new one after', async () => {
  const [first, second] = await kept('max-age=10, stale-while-revalidate=30', 20, answer(200, {}, 'new'))
  expect([first.body, first.resultType, first.originRequests.length]).toEqual(['old', 'Hit', 1])
  expect([second.body, second.originRequests.length]).toEqual(['new', 0])
  const [late] = await kept('max-age=10, stale-while-revalidate=30', 41, answer(200, {}, 'new'))
  expect(late.body).toBe('new')
})

test('stale-if-error bounds how long an expired object answers for a failing origin, and 0 forbids it', async () => {
  expect((await kept('max-age=10, stale-if-error=30', 20, answer(503)))[0].body).toBe('old')
  expect((await kept('max-age=10, stale-if-error=30', 60, answer(503)))[0].status).toBe(503)
  expect((await kept('max-age=10, stale-if-error=0', 11, answer(503)))[0].status).toBe(503)
  expect((await kept('max-age=10', 5000, fault('dns')))[0].body).toBe('old')
  expect((await kept('max-age=10, must-revalidate', 20, answer(503)))[0].status).toBe(503)
})

test('several ranges get everything, an unsatisfiable one 416, and a range of what is not there goes to the origin', async () => {
  const simulation = simulate(distribution(), [answer(200, { 'Cache-Control': 'max-age=60' }, '0123456789')])
  const range = (value: string) => simulation.request({ url: '/a', headers: { Range: value } })
  expect(await range('bytes=0-1')).toMatchObject({ status: 206, body: '01', resultType: 'Miss' })
  await simulation.request({ url: '/a' })
  expect(await range('bytes=0-1,4-5')).toMatchObject({ status: 200, body: '0123456789' })
  expect(await range('bytes=20-')).toMatchObject({ status: 416 })
  expect(await range('bytes=-3')).toMatchObject({ status: 206, body: '789' })
})

test('an origin that ignores Range answers with everything', async () => {
  const whole = { status: 200, headers: { 'Cache-Control': 'max-age=60' }, body: 'all' }
  const simulation = createSimulation({
    document: distribution(),
    origins: { web: [{ response: { ...whole, status: 203 } }] },
  })
  expect(await simulation.request({ url: '/a', headers: { Range: 'bytes=0-0' } })).toMatchObject({
    body: 'all',
  })
})

test('cookies that a policy leaves out are named beside the headers that it leaves out', async () => {
  const document = distribution(
    {
      DefaultCacheBehavior: defaultBehavior('web', { OriginRequestPolicyId: { ref: 'Some' } }),
    },
    {
      Some: originRequestPolicy({ CookiesConfig: { CookieBehavior: 'whitelist', Cookies: ['session'] } }),
    },
  )
  const { events, originRequests } = await once(document, [answer(200)], {
    url: '/a',
    headers: { cookie: 'session=1; theme=dark; _ga=2', accept: 'text/html' },
  })
  expect(originRequests[0]?.headers['cookie']).toBe('session=1')
  const told = events.find(({ stage }) => stage === 'origin-request')?.detail
  expect(told).toMatch(/Not sent on, [^:]*: accept, cookie theme, cookie _ga\./)
})

test('a signed function URL takes the hash of the body, and no other', async () => {
  const document = distribution(
    {
      Origins: [
        customOrigin('web', {
          DomainName: 'abcdefghij.lambda-url.eu-west-1.on.aws',
          OriginAccessControlId: { ref: 'Oac' },
        }),
      ],
      DefaultCacheBehavior: defaultBehavior('web', {
        AllowedMethods: { Items: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'] },
      }),
    },
    {
      Oac: {
        type: 'OriginAccessControl',
        config: {
          Name: 'api',
          OriginAccessControlOriginType: 'lambda',
          SigningBehavior: 'always',
          SigningProtocol: 'sigv4',
        },
      },
    },
  )
  const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
  const post = (hash?: string) =>
    once(document, [answer(200)], {
      method: 'POST',
      url: '/order',
      body: 'a=1',
      ...(hash !== undefined && { headers: { 'x-amz-content-sha256': hash } }),
    })
  expect((await post(hashOf('a=1'))).status).toBe(200)
  expect((await post()).status).toBe(403)
  const wrong = await post(hashOf('a=2'))
  expect([wrong.status, wrong.originRequests[0]?.status]).toEqual([403, 403])
  expect(wrong.events.some(({ detail }) => detail.includes('is not that of the body'))).toBe(true)
})

test('an error page behind a behavior that wants signatures is not fetched', async () => {
  const page = { ErrorCode: 403, ResponsePagePath: '/errors/403.html', ResponseCode: '403' }
  const signed = { TrustedKeyGroups: { Enabled: true, Items: ['g'] } }
  const document = distribution({
    CustomErrorResponses: [page],
    DefaultCacheBehavior: defaultBehavior('web', signed),
  })
  const { status, originRequests, events } = await once(document, [answer(200)])
  expect([status, originRequests]).toEqual([403, []])
  expect(events.map(({ detail }) => detail).join('\n')).toContain('which wants signed requests')
})
