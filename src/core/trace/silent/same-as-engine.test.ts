/** The silent run against the engine's explained one, request by request, on random designs, requests, origins and times. */
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { CacheBehavior, DesignDocument } from '#core/model/document.ts'
import { knownItems } from '#core/model/field.ts'
import type { OriginRule, ViewerRequest } from '#core/model/scenario.ts'
import type { CachedObject, CacheNetwork } from '#core/trace/engine/cache.ts'
import type { Exchange, OriginPort } from '#core/trace/engine/exchange.ts'
import { StoryRecorder } from '#core/trace/engine/recorder.ts'
import { ScriptedOriginPort } from '#core/trace/engine/scripted-origin.ts'
import { createSimulation, toEngineRequest } from '#core/trace/engine/simulation.ts'
import type { EngineRequest } from '#core/trace/message/message.ts'
import { managed } from '#fixtures/build.ts'
import { randomPairs } from '#fixtures/random-designs.ts'
import { randomRequests } from '#fixtures/random-requests.ts'
import { randomRuns } from '#fixtures/random-runs.ts'
import { createRunner } from '#sandbox/runner.ts'
import { SilentRun } from './silent-run.ts'

const host = 'd111111abcdef8.cloudfront.net'
const runner = createRunner()
afterAll(() => runner.dispose())

const objectIn = (object: CachedObject | null) =>
  object && { ...object, headers: [...object.headers], errorPage: object.errorPage?.status ?? null }

const requestParts = [
  'method',
  'protocol',
  'host',
  'path',
  'query',
  'headers',
  'body',
  'viewer',
  'url',
] as const satisfies readonly (keyof EngineRequest)[]

/** Everything that an exchange tells, but for what a story alone needs. */
function told(exchange: Exchange): Record<string, unknown> {
  const { engine: _, recorder: __, origins: ___, originRequests: ____, ...fields } = exchange
  const { behavior, distribution, functionTarget, tiers, pop, request, originRequest } = exchange
  const response = (given: Exchange['response']) => given && { ...given, headers: [...given.headers] }
  return {
    ...fields,
    requestId: exchange.requestId,
    behavior: behavior?.path,
    distribution: distribution?.id,
    functionTarget: functionTarget?.id,
    tiers: tiers.map(({ name, place }) => `${name} ${place}`),
    pop: pop.code,
    functions: exchange.functions.length,
    request: requestParts.map((part) => (part === 'headers' ? [...request.headers] : request[part])),
    originRequest: originRequest && {
      ...originRequest,
      origin: originRequest.origin.id,
      headers: [...originRequest.headers],
    },
    found: objectIn(exchange.found),
    stale: objectIn(exchange.stale),
    stored: objectIn(exchange.stored),
    originResponse: response(exchange.originResponse),
    response: response(exchange.response),
    cacheKey: exchange.cacheKey,
  }
}

const lying = (caches: CacheNetwork) =>
  [...caches].map(({ name, place, objects }) => [
    name,
    place,
    [...objects].map(([key, object]) => [key, objectIn(object)]),
  ])

const some = <T>(...values: T[]) => fc.constantFrom(...values)
const richer = fc.record({
  body: some('x'.repeat(2000), 'y'.repeat(2000), 'short'),
  sends: some<Record<string, string>>({}, {}, {}, { Range: 'bytes=0-9' }, { Pragma: 'no-cache' }),
  control: some(
    undefined,
    'max-age=60, stale-while-revalidate=30',
    'max-age=30, stale-if-error=20',
    's-maxage=40',
  ),
  more: some<Record<string, string>>(
    {},
    { ETag: '"v0"' },
    { ETag: '"v1"', Age: '7' },
    { 'Last-Modified': 'Thu, 01 Jan 2026 00:00:00 GMT', Date: 'Thu, 01 Jan 2026 00:00:00 GMT' },
    { Expires: 'Thu, 01 Jan 2026 00:03:00 GMT', Connection: 'X-Hop', 'X-Hop': '1' },
  ),
})
const sent = fc.tuple(randomRequests, richer).map(([made, { control, more, body, sends }]) => {
  const { response } = made.answers
  const headers = { ...response?.headers, ...(control && { 'Cache-Control': control }), ...more }
  const answers: OriginRule =
    response === undefined ? made.answers : { response: { ...response, headers, body } }
  const request = { ...made.request, headers: { ...made.request.headers, ...sends } }
  return { request, answers }
})
const step = fc.record({
  // Most requests have the first head, and paths of which the design knows nothing.
  head: some(0, 0, 0, 1, 2, 3),
  url: fc.nat(),
  path: some('', '', '/one', '/two', '/a/three.png', '/four?q=1', '/four?q=1&page=2'),
  seconds: some(0, 0, 0, 1, 7, 45, 70),
  pop: some(undefined, undefined, undefined, undefined, 'FRA50', 'NRT57'),
  does: some(...Array<'serve'>(12).fill('serve'), 'invalidate', 'evict'),
})
/** Without what leaves nothing to be known: functions, signatures, and caches that keep nothing. */
const plain = (behavior: CacheBehavior): CacheBehavior => {
  const { FunctionAssociations: _, TrustedKeyGroups: __, ...rest } = behavior
  const isKept = rest.CachePolicyId !== managed.cachingDisabled
  return {
    ...rest,
    ViewerProtocolPolicy: 'allow-all',
    ...(!isKept && { CachePolicyId: managed.cachingOptimized }),
  }
}
function plainer(design: DesignDocument): DesignDocument {
  const { Site } = design.resources
  if (Site?.type !== 'Distribution') return design
  const { CacheBehaviors, DefaultCacheBehavior, Restrictions: _, ...rest } = Site.config
  const config = {
    ...rest,
    Enabled: true,
    CacheBehaviors: knownItems(CacheBehaviors).map(plain),
    DefaultCacheBehavior: plain(DefaultCacheBehavior as CacheBehavior), // the fixture gives one
  }
  return { ...design, resources: { ...design.resources, Site: { ...Site, config } } } as DesignDocument
}
const designs = randomPairs.map(({ before }) => before)
const plays = fc.record({
  design: fc.oneof(designs, designs.map(plainer), designs.map(plainer)),
  sent: fc.array(sent, { minLength: 1, maxLength: 5 }),
  steps: fc.array(step, { minLength: 30, maxLength: 120, size: 'max' }),
  waits: some(false, false, true),
})
type Play = typeof plays extends fc.Arbitrary<infer Value> ? Value : never

/** Heads and URLs of a few requests, mixed: most of what is served was served before. */
function requestOf({ sent: given }: Play, { head, url, path, pop }: Play['steps'][number]): ViewerRequest {
  const of = (place: number) => given[place % given.length]?.request as ViewerRequest // the list is not empty
  const { headers, viewer } = of(head)
  const method = url % 7 === 0 ? (of(head).method ?? 'GET') : 'GET'
  return {
    method,
    url: path === '' ? of(url).url : `https://${host}${path}`,
    headers: { ...headers },
    viewer: { ...viewer, ...(pop !== undefined && { pop }) },
  }
}

const waiting = (port: OriginPort): OriginPort => ({
  send: async (request, now) => port.send(request, now),
})

const usual: OriginRule = {
  response: { headers: { 'Cache-Control': 'max-age=90', ETag: '"v0"' }, body: 'as ever' },
}
/** An origin that gives each answer a few times, and begins anew. */
function turning(given: Play['sent']): OriginPort {
  const ports = [{ answers: usual }, ...given].map(
    ({ answers }) => new ScriptedOriginPort({ web: [answers], api: [answers], files: [answers] }),
  )
  let count = 0
  return {
    send(request) {
      count += 1
      const port = ports[Math.floor(count / 4) % ports.length] as ScriptedOriginPort // the list is not empty
      return port.send(request)
    },
  }
}

function simulationOf({ design, sent: given, waits }: Play) {
  const port = turning(given)
  return createSimulation({ document: design, origins: waits ? waiting(port) : port, runner })
}

/** Steps that come at once are served at once, where the origins keep them waiting. */
function* together({ steps, waits }: Play): Generator<Play['steps']> {
  let group: Play['steps'] = []
  for (const each of steps) {
    if (group.length > 0 && (!waits || each.seconds > 0 || each.does !== 'serve')) {
      yield group
      group = []
    }
    group.push(each)
  }
  if (group.length > 0) yield group
}

async function compare(play: Play): Promise<{ served: number; asked: number }> {
  const one = simulationOf(play)
  const other = simulationOf(play)
  const silent = new SilentRun(other.engine)
  for (const group of together(play)) {
    for (const { advance, invalidate, evict } of [one, other])
      for (const { seconds, does } of group) {
        advance(seconds)
        if (does === 'invalidate') invalidate(['/a*'])
        if (does === 'evict') evict({ tier: 'edge' })
      }
    const requests = group.map((each) => requestOf(play, each))
    const explained = await Promise.all(
      requests.map((request) => one.engine.serve(toEngineRequest(request, host), new StoryRecorder(false))),
    )
    const exchanges = await Promise.all(requests.map((request) => silent.serve(request)))
    expect(exchanges.map(told)).toEqual(explained.map(told))
  }
  expect(lying(other.engine.caches)).toEqual(lying(one.engine.caches))
  expect(other.engine.ids.random()).toBe(one.engine.ids.random())
  return { served: play.steps.length, asked: silent.asked }
}

test('a silent run gives what the engine tells of each request, and leaves the same caches', async () => {
  let served = 0
  let asked = 0
  await fc.assert(
    fc.asyncProperty(plays, async (play) => {
      const counts = await compare(play)
      served += counts.served
      asked += counts.asked
    }),
    { numRuns: randomRuns(300), seed: 42 },
  )
  // Without much that was known the comparison would say nothing of it.
  expect(served - asked).toBeGreaterThan(served / 8)
})
