import { expect, test } from 'vitest'
import type { TraceEvent, ViewerRequest } from '#core/model/scenario.ts'
import { createSimulation } from '#core/trace/engine/simulation.ts'
import { customOrigin, defaultBehavior, distribution } from '#fixtures/build.ts'

async function eventAt(
  stage: string,
  request: ViewerRequest,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Promise<Pick<TraceEvent, 'basis' | 'docs'> | undefined> {
  const document = distribution({
    Origins: [customOrigin('web')],
    DefaultCacheBehavior: defaultBehavior('web'),
  })
  const origins = { web: [{ response: { status, headers, body: 'x' } }] }
  const { events } = await createSimulation({ document, origins }).request(request)
  return events.findLast((event) => event.stage === stage)
}
const guide = (page: string) =>
  `https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/${page}.html`

test.each([
  ['an error of the lists', 404, {}, 'documented', 'HTTPStatusCodes'],
  ['an error of no list', 429, {}, 'inferred', 'HTTPStatusCodes'],
  ['a redirect without a lifetime', 307, {}, 'documented', 'http-3xx-status-codes'],
  ['a lifetime', 200, { 'Cache-Control': 'max-age=9' }, 'documented', 'Expiration'],
])('whether %s is kept is told with what it rests on', async (_what, status, headers, basis, page) => {
  expect(await eventAt('cache-store', { url: '/' }, status, headers)).toMatchObject({
    basis,
    docs: guide(page),
  })
})

test('the choice of a behavior is documented, and what becomes of the raw path is our reading', async () => {
  expect((await eventAt('cache-behavior', { url: '/a' }))?.basis).toBe('documented')
  expect((await eventAt('cache-behavior', { url: '//a' }))?.basis).toBe('inferred')
})

test('what public projects saw of WebSocket is told as observed', async () => {
  const headers = { Upgrade: 'websocket', Connection: 'Upgrade', 'Sec-WebSocket-Key': 'x' }
  expect((await eventAt('origin-request', { url: '/', headers }))?.basis).toBe('observed')
})
