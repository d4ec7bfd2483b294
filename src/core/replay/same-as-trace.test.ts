/** The replay against the explained trace, request by request, on random designs and random logs. */
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { DesignDocument } from '#core/model/document.ts'
import { compile } from '#core/trace/compile.ts'
import { Engine } from '#core/trace/engine.ts'
import { invalidate } from '#core/trace/invalidation.ts'
import { standardLogFields } from '#core/trace/log-record.ts'
import { Recorder } from '#core/trace/recorder.ts'
import { seededRandom } from '#core/trace/request-id.ts'
import {
  behavior,
  cachePolicy,
  cloudFrontFunction,
  customOrigin,
  defaultBehavior,
  distribution,
  group,
  managed,
} from '#fixtures/build.ts'
import { createRunner } from '#sandbox/runner.ts'
import { Answers } from './answers.ts'
import { columnOf } from './columns.ts'
import { Lifetimes } from './lifetimes.ts'
import { LineClock } from './line-reader.ts'
import { requestOf } from './line-request.ts'
import { type LogLine, textOf } from './log-line.ts'
import { FileTally } from './log-reader.ts'
import type { Outcome } from './outcome.ts'
import { AnyLogReader } from './recognize.ts'
import { type Invalidation, Replay } from './replay.ts'
import { ReplayOrigin } from './replay-origin.ts'
import { Shapes } from './shapes.ts'

const pick = <T>(random: () => number, items: readonly T[]): T =>
  items[Math.floor(random() * items.length)] as T // no list is empty

const queries = ['none', 'whitelist', 'all', 'allExcept'] as const

/** A design in which chance sets what a cache key, a TTL or a restriction can be. */
function randomDesign(random: () => number): DesignDocument {
  const policy = (Name: string) =>
    cachePolicy(
      {
        Name,
        MinTTL: pick(random, [0, 0, 5, 60]),
        DefaultTTL: pick(random, [60, 300, 3600]),
        MaxTTL: 86_400,
      },
      {
        EnableAcceptEncodingGzip: random() < 0.5,
        EnableAcceptEncodingBrotli: random() < 0.5,
        QueryStringsConfig: { QueryStringBehavior: pick(random, queries), QueryStrings: ['a', 'page'] },
        CookiesConfig: {
          CookieBehavior: pick(random, ['none', 'none', 'whitelist', 'all']),
          Cookies: ['session'],
        },
        HeadersConfig: pick(random, [
          { HeaderBehavior: 'none' },
          { HeaderBehavior: 'whitelist', Headers: ['CloudFront-Is-Mobile-Viewer'] },
          { HeaderBehavior: 'whitelist', Headers: ['CloudFront-Viewer-Country', 'Referer'] },
          { HeaderBehavior: 'whitelist', Headers: ['User-Agent', 'Accept-Encoding'] },
        ]),
      },
    )
  const protocol = () => pick(random, ['allow-all', 'redirect-to-https', 'https-only'] as const)
  return distribution(
    {
      Origins: [
        customOrigin(
          'web',
          random() < 0.5 ? { OriginShield: { Enabled: true, OriginShieldRegion: 'us-east-1' } } : {},
        ),
        customOrigin('api'),
      ],
      OriginGroups: [group('both', ['web', 'api'])],
      CacheBehaviors: [
        behavior('/api/*', 'api', {
          CachePolicyId: managed.cachingDisabled,
          ViewerProtocolPolicy: protocol(),
        }),
        behavior('*.css', 'both', { CachePolicyId: { ref: 'One' }, ViewerProtocolPolicy: protocol() }),
        behavior('/fn/*', 'web', {
          CachePolicyId: { ref: 'Two' },
          FunctionAssociations: [
            { EventType: 'viewer-request', FunctionARN: { ref: 'Rewrite', attribute: 'FunctionARN' } },
          ],
        }),
      ],
      DefaultCacheBehavior: defaultBehavior('web', {
        CachePolicyId: { ref: 'Two' },
        ViewerProtocolPolicy: protocol(),
      }),
      CustomErrorResponses:
        random() < 0.5
          ? [
              {
                ErrorCode: 404,
                ResponsePagePath: '/missing.html',
                ResponseCode: '200',
                ErrorCachingMinTTL: 30,
              },
            ]
          : [],
      Restrictions:
        random() < 0.3
          ? { GeoRestriction: { RestrictionType: 'blacklist', Items: ['US'] } }
          : { GeoRestriction: { RestrictionType: 'none', Items: [] } },
    },
    {
      One: policy('one'),
      Two: policy('two'),
      Rewrite: cloudFrontFunction(`function handler(event) {
        var request = event.request
        if (request.uri.endsWith('/')) request.uri += 'index.html'
        if (request.querystring.go) return { statusCode: 302, statusDescription: 'Found', headers: { location: { value: '/' } } }
        return request
      }`),
    },
  )
}

const agents = [
  'Mozilla/5.0%20(iPhone;%20CPU%20iPhone%20OS%2018_0)%20Mobile/15E148',
  'Mozilla/5.0%20(X11;%20Linux%20x86_64)%20Chrome/141.0',
  'curl/8.9.1',
  '-',
]
const results = [
  ['200', 'Hit', 'Hit'],
  ['200', 'Miss', 'Miss'],
  ['304', 'RefreshHit', 'RefreshHit'],
  ['206', 'Hit', 'Hit'],
  ['404', 'Error', 'Error'],
  ['301', 'Redirect', 'Redirect'],
  ['502', 'Error', 'OriginConnectError'],
  ['504', 'Error', 'OriginCommError'],
  ['000', 'Error', 'ClientCommError'],
  ['500', 'Error', 'OriginError'],
] as const

/** One line out of a seeded few, with a time and a place of its own: requests come again, as they do in logs. */
function randomLine(chance: () => number, index: number, pool: number): string {
  const random = seededRandom(1 + Math.floor(chance() ** 2 * 80) + pool)
  const time = new Date(Date.UTC(2026, 0, 1) + Math.floor(index * 4 + chance() * 20) * 1000).toISOString()
  const [status, result, detailed] = pick(random, random() < 0.7 ? results.slice(0, 2) : results)
  const path = pick(random, [
    '/',
    '/a.css',
    '/b.css',
    '/api/x',
    '/fn/',
    '/fn/deep/',
    '/doc/1',
    '/doc/2',
    '/missing.html',
    '/%7Euser/x',
  ])
  const query = pick(random, ['-', '-', 'a=1', 'a=2&page=1', 'page=1&utm=x', 'go=1'])
  const range = status === '206' ? ['10', '49'] : ['-', '-']
  const size = 500 + ((path.length * 997) % 5000)
  return [
    time.slice(0, 10),
    time.slice(11, 19),
    pick(chance, ['FRA56-P1', 'FRA60-P2', 'IAD89-P1', 'NRT57-P3']),
    String(size + 300),
    '203.0.113.9',
    pick(random, ['GET', 'GET', 'GET', 'GET', 'HEAD', 'POST', 'OPTIONS']),
    'd111111abcdef8.cloudfront.net',
    path,
    status,
    pick(random, ['-', 'https://example.com/']),
    pick(random, agents),
    query,
    pick(random, ['-', '-', 'session=1', 'session=2;%20other=3']),
    result,
    `id${index}`,
    pick(random, ['www.example.com', 'd111111abcdef8.cloudfront.net']),
    pick(random, ['https', 'https', 'https', 'http']),
    '200',
    '0.010',
    '-',
    'TLSv1.3',
    '-',
    result,
    pick(random, ['HTTP/2.0', 'HTTP/1.1', 'HTTP/1.0']),
    '-',
    '-',
    '4000',
    '0.009',
    detailed,
    'text/css',
    status === '206' ? '40' : status === '304' ? '-' : String(size),
    ...range,
  ].join('\t')
}

const someInvalidation = (random: () => number, second: number): Invalidation => ({
  at: Date.UTC(2026, 0, 1) + second * 1000,
  paths: [pick(random, ['/*', '/a.css', '/doc/*'])],
})

type Told = Pick<
  Outcome,
  'status' | 'resultType' | 'detailedResultType' | 'servedBy' | 'pattern' | 'originRequests'
> & { readonly originBytes: number }

/** Serves every line by the explaining engine, with the line's own request in full. */
async function explained(
  design: DesignDocument,
  text: string,
  lifetimes: Lifetimes,
  invalidations: readonly Invalidation[],
): Promise<Told[]> {
  const compiled = compile(design, 'Site')
  const hosts = [...compiled.aliases]
  const site = { ...compiled, aliases: hosts }
  const origin = new ReplayOrigin(site)
  const engine = new Engine({ distribution: site, origins: origin, now: 0, seed: 1, runner })
  const answers = new Answers(site)
  const shapes = new Shapes(site, hosts)
  const clock = new LineClock()
  const due = [...invalidations]
  const lines: { time: number; serve: () => Promise<Told> }[] = []
  const take = (line: LogLine) => {
    const time = clock.timeOf(line)
    const target = shapes.targets[shapes.target(line)]
    if (!target) throw new Error('Every line has a target.')
    const answer = answers.list[answers.number(line, target)]
    const request = requestOf(line, target.host)
    const pop = textOf(line, columnOf['x-edge-location']) ?? ''
    const country = { FRA: 'DE', IAD: 'US', NRT: 'JP' }[pop.slice(0, 3)]
    lines.push({
      time,
      async serve() {
        if (!answer) throw new Error('Every line has an answer.')
        origin.expect(answer, lifetimes.of(target, answer), target.path)
        if (time > engine.now) engine.now = time
        for (; (due[0]?.at ?? Number.POSITIVE_INFINITY) <= engine.now; due.shift())
          invalidate(engine.caches, due[0]?.paths ?? [], 0)
        const viewer = { ...request.viewer, pop, ...(country !== undefined && { country }) }
        const exchange = await engine.serve({ ...request, viewer }, new Recorder())
        return {
          status: exchange.response?.status ?? 0,
          resultType: exchange.resultType,
          detailedResultType: exchange.detailedResultType || exchange.resultType,
          servedBy: exchange.servedBy,
          pattern: exchange.behavior?.pattern ?? null,
          originRequests: exchange.attempts,
          originBytes: origin.bytes,
        }
      },
    })
    return null
  }
  const reader = new AnyLogReader(take, new FileTally('log'))
  reader.push(new TextEncoder().encode(text))
  reader.end()
  const told: Told[] = []
  const inOrder = lines
    .map((line, index) => ({ ...line, index }))
    .sort((a, b) => a.time - b.time || a.index - b.index)
  for (const { serve } of inOrder) told.push(await serve())
  return told
}

async function replayed(
  design: DesignDocument,
  text: string,
  rules: ConstructorParameters<typeof Lifetimes>[0],
  invalidations: readonly Invalidation[],
) {
  const told: Told[] = []
  const replay = new Replay({
    distribution: compile(design, 'Site'),
    lifetimes: rules,
    invalidations,
    runner,
    onServed: (
      { originBytes },
      { status, resultType, detailedResultType, servedBy, pattern, originRequests },
    ) =>
      told.push({ status, resultType, detailedResultType, servedBy, pattern, originRequests, originBytes }),
  })
  const tally = new FileTally('log')
  const reader = new AnyLogReader(replay.take, tally)
  reader.push(new TextEncoder().encode(text))
  reader.end()
  await replay.serveDue(true)
  expect(tally.unreadable).toBe(0)
  return { told, remembered: replay.served - replay.engineRuns }
}

const runner = createRunner()
afterAll(() => runner.dispose())

const designs = 20
const requestsEach = 500

test('10,000 random requests come to the same as an explained trace tells of each', async () => {
  let compared = 0
  let remembered = 0
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 31 - 1 }), async (seed) => {
      const random = seededRandom(seed)
      const design = randomDesign(random)
      const rules =
        random() < 0.5
          ? []
          : [
              {
                pattern: pick(random, ['*.css', '/doc/*', '*']),
                cacheControl: pick(random, [
                  'max-age=30',
                  'no-cache',
                  'max-age=60, stale-while-revalidate=60',
                  'no-store',
                ]),
              },
            ]
      const text = `#Version: 1.0\n#Fields: ${standardLogFields.join(' ')}\n${Array.from({ length: requestsEach }, (_, index) => randomLine(random, index, seed)).join('\n')}\n`
      const invalidations =
        random() < 0.5 ? [] : [300, 700, 1200].map((second) => someInvalidation(random, second))
      const told = await explained(design, text, new Lifetimes(rules, null), invalidations)
      const silent = await replayed(design, text, rules, invalidations)
      expect(silent.told).toEqual(told)
      compared += told.length
      remembered += silent.remembered
    }),
    { numRuns: designs, seed: 42 },
  )
  expect(compared).toBe(designs * requestsEach)
  // Without anything remembered the comparison would say nothing about memory.
  expect(remembered).toBeGreaterThan(compared / 10)
}, 120_000)
