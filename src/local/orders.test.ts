/** The contract of a running local CDN: answers, stories, viewers, and orders at the admin port. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  ask,
  type LocalRun,
  siteTemplate,
  startLocalRun,
  startOrigin,
  type TestServer,
} from '#fixtures/local-run.ts'

let web: TestServer
let run: LocalRun
let body = 'hello'
beforeAll(async () => {
  web = await startOrigin((asked, reply) => {
    reply.setHeader('content-type', 'text/plain')
    if (asked.url?.startsWith('/live/echo')) {
      reply.end(JSON.stringify(asked.headers))
      return
    }
    reply.setHeader('cache-control', 'max-age=60')
    reply.end(body)
  })
  run = await startLocalRun({
    template: siteTemplate({
      origins: ['web', 'other'],
      config: 'Aliases: [www.example.com]',
      behaviors:
        '- { PathPattern: /other/*, TargetOriginId: other, ViewerProtocolPolicy: allow-all, CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6 }',
    }),
    origins: { web: web.target },
  })
})
beforeEach(async () => {
  await run.order('/invalidate', { paths: ['/*'] })
})
afterAll(async () => {
  await run?.close()
  await web?.close()
  expect(run.faults).toEqual([])
})

test('a second request is a hit, and each answer bears the id of its story', async () => {
  const first = await run.ask('/a')
  const second = await run.ask('/a')
  expect([first.status, first.headers['x-cache'], first.body.toString()]).toEqual([
    200,
    'Miss from cloudfront',
    'hello',
  ])
  expect([second.status, second.headers['x-cache'], second.body.toString()]).toEqual([
    200,
    'Hit from cloudfront',
    'hello',
  ])
  const id = String(second.headers['x-frontage-trace'])
  const { status, json } = await run.order(`/requests/${id}`)
  expect([status, json['resultType']]).toEqual([200, 'Hit'])
})

test('a request that asks for its story gets it as JSON, after it was served and stored', async () => {
  const story = await run.explain('/story')
  expect(story).toMatchObject({
    status: 200,
    body: 'hello',
    behavior: '*',
    xCache: 'Miss from cloudfront',
    servedBy: 'origin',
    ttl: 60,
    originRequests: [{ origin: 'web', method: 'GET', path: '/story', status: 200 }],
  })
  expect((await run.ask('/story')).headers['x-cache']).toBe('Hit from cloudfront')
})

test('what is for us never reaches the origin', async () => {
  const { body: echoed } = await run.ask('/live/echo', {
    headers: { 'x-frontage-viewer': 'country=DE', 'x-other': '1' },
  })
  const headers = JSON.parse(echoed.toString()) as Record<string, string>
  expect(Object.keys(headers).filter((name) => name.startsWith('x-frontage'))).toEqual([])
  expect(headers['x-other']).toBe('1')
})

test('the viewer of one request is in its header, that of all further ones an order', async () => {
  expect(
    (await run.ask('/p', { headers: { 'x-frontage-viewer': 'pop=NRT57' } })).headers['x-amz-cf-pop'],
  ).toBe('NRT57')
  await run.order('/viewer', { pop: 'LHR50' })
  expect((await run.ask('/p')).headers['x-amz-cf-pop']).toBe('LHR50')
  await run.order('/viewer', { pop: null })
  expect((await run.ask('/p')).headers['x-amz-cf-pop']).toBe('FRA56')
  expect((await run.ask('/p', { headers: { 'x-frontage-viewer': 'pop' } })).status).toBe(400)
})

test('the clock moves on by order, and what expired is asked for again', async () => {
  await run.ask('/clock')
  expect((await run.ask('/clock')).headers['x-cache']).toBe('Hit from cloudfront')
  const { status, json } = await run.order('/advance', { seconds: 61 })
  expect([status, typeof json['now']]).toEqual([200, 'string'])
  expect((await run.ask('/clock')).headers['x-cache']).toBe('Miss from cloudfront')
  expect((await run.order('/advance', { seconds: -1 })).status).toBe(400)
})

test('an invalidation and an eviction remove objects', async () => {
  await run.ask('/x/1')
  const { json } = await run.order('/invalidate', { paths: ['/x/*'] })
  expect(json).toMatchObject({ removed: 1, paths: 1 })
  expect((await run.ask('/x/1')).headers['x-cache']).toBe('Miss from cloudfront')
  expect((await run.order('/evict', { tier: 'edge', pop: 'FRA56' })).json).toEqual({ removed: 1 })
  expect((await run.order('/evict', { tier: 'moon' })).status).toBe(400)
  expect((await run.order('/invalidate', { paths: [] })).status).toBe(400)
})

test('an origin fails by order, and answers again without', async () => {
  expect((await run.order('/origin', { origin: 'web', error: 'connect-timeout' })).json).toEqual({
    origin: 'web',
    error: 'connect-timeout',
  })
  expect((await run.ask('/fails')).status).toBe(504)
  expect((await run.order('/origin', { origin: 'web', error: null })).json).toEqual({
    origin: 'web',
    error: null,
  })
  await run.order('/advance', { seconds: 11 })
  expect((await run.ask('/fails')).status).toBe(200)
  expect((await run.order('/origin', { origin: 'moon', error: null })).status).toBe(404)
  expect((await run.order('/origin', { origin: 'web', error: 'bad' })).status).toBe(400)
})

test('the caches are listed', async () => {
  body = 'listed'
  await run.ask('/listed')
  body = 'hello'
  const { json } = await run.order('/caches')
  expect(json['caches']).toContainEqual(
    expect.objectContaining({
      distribution: 'Site',
      tier: 'edge',
      place: 'FRA56',
      path: '/listed',
      status: 200,
      size: 6,
    }),
  )
})

test('an origin that nobody put anywhere answers 502 and names the option', async () => {
  const { status, body: told } = await run.ask('/other/x')
  expect(status).toBe(502)
  expect(told.toString()).toContain('--origin other=http://localhost:3000')
})

test('a host that is neither this machine nor an alias is refused as CloudFront refuses it', async () => {
  expect((await run.ask('/a', { headers: { host: 'www.example.com' } })).status).toBe(200)
  expect((await run.ask('/a', { headers: { host: 'site.localhost:99' } })).status).toBe(200)
  expect((await run.ask('/a', { headers: { host: 'elsewhere.example.org' } })).status).toBe(403)
})

test('a page in a browser cannot give orders', async () => {
  const asked = (headers: Record<string, string>) =>
    ask(`${run.admin}/invalidate`, { method: 'POST', headers, body: '{"paths":["/*"]}' })
  expect((await asked({ origin: 'https://evil.example' })).status).toBe(403)
  expect((await asked({ host: 'rebound.example' })).status).toBe(403)
  expect((await run.order('/nowhere')).status).toBe(404)
})
