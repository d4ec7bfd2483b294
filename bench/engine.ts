/**
 * The engine's figures, each beside a peer in the same run, as a Markdown table: `node bench/run.js engine`.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import CachePolicy from 'http-cache-semantics'
import picomatch from 'picomatch'
import { compilePatterns } from '#core/http/path-pattern.ts'
import type { ViewerRequest } from '#core/model/scenario.ts'
import { wildcard } from '#core/trace/compile/selection.ts'
import type { Engine } from '#core/trace/engine/engine.ts'
import type { Exchange } from '#core/trace/engine/exchange.ts'
import { createSimulation, toEngineRequest } from '#core/trace/engine/simulation.ts'
import { seededRandom } from '#core/trace/message/request-id.ts'
import { SilentRun } from '#core/trace/silent/silent-run.ts'
import { customOrigin, defaultBehavior, distribution } from '#fixtures/build.ts'

const random = seededRandom(7)
const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T // the lists are not empty
const words = [
  'api',
  'img',
  'static',
  'media',
  'docs',
  'shop',
  'user',
  'cart',
  'v1',
  'v2',
  'assets',
  'fonts',
  'blog',
]
const endings = ['.css', '.js', '.png', '.jpg', '.html', '.json', '.php', '']

const patterns = Array.from({ length: 75 }, (_, index) => {
  const kind = index % 4
  if (kind === 0) return `/${pick(words)}${index}/*`
  if (kind === 1) return `/${pick(words)}/*/${pick(words)}${pick(endings)}`
  if (kind === 2) return `*.${pick(words)}${index}`
  return `/${pick(words)}/v?/${pick(words)}${index}*`
})
const paths = Array.from({ length: 1_000_000 }, () => {
  const depth = 1 + Math.floor(random() * 4)
  const parts = Array.from(
    { length: depth },
    () => `${pick(words)}${random() < 0.3 ? Math.floor(random() * 75) : ''}`,
  )
  return `/${parts.join('/')}${pick(endings)}`
})

/** Milliseconds: the median of `rounds` runs after one to warm up. */
function medianTime(rounds: number, run: () => void): number {
  run()
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  }).sort((a, b) => a - b)
  return times[Math.floor(rounds / 2)] ?? Number.NaN
}

function choosing(): string[][] {
  const sum =
    (match: (path: string) => number, among = paths) =>
    () => {
      let total = 0
      for (const path of among) total += match(path)
      if (Number.isNaN(total)) throw new Error('A matcher gave no number.')
    }
  const automaton = compilePatterns(patterns)
  const sources = patterns.map((pattern) =>
    wildcard(pattern.startsWith('/') ? pattern : `/${pattern}`).source.slice(1, -1),
  )
  const combined = new RegExp(`^(?:${sources.map((source) => `(${source})`).join('|')})$`)
  const globs = patterns.map((pattern) => picomatch(pattern.replaceAll('*', '**'), { bash: true, dot: true }))
  const byExpression = (path: string) => {
    const found = combined.exec(path)
    return found === null ? -1 : found.indexOf(path, 1) - 1
  }
  const rows: [string, number][] = [
    [
      'ours',
      medianTime(
        5,
        sum((path) => automaton.match(path)),
      ),
    ],
    ['one combined RegExp', medianTime(3, sum(byExpression))],
    [
      'picomatch, one per pattern',
      // A tenth of them, since it takes half a minute for all.
      medianTime(
        1,
        sum((path) => globs.findIndex((glob) => glob(path)), paths.slice(0, 100_000)),
      ) * 10,
    ],
  ]
  const [, ours = Number.NaN] = rows[0] ?? []
  return rows.map(([name, time]) => [
    `choosing a behavior, 1,000,000 paths, 75 patterns: ${name}`,
    `${(paths.length / time / 1000).toFixed(2)} M/s`,
    `${(time / ours).toFixed(1)}×`,
  ])
}

const design = distribution({
  Origins: [customOrigin('web'), customOrigin('api')],
  CacheBehaviors: patterns.slice(0, 20).map((pattern, index) => ({
    key: `b${index}`,
    PathPattern: pattern,
    ...defaultBehavior('api'),
  })),
  DefaultCacheBehavior: defaultBehavior('web'),
})
const origins = {
  web: [
    {
      response: {
        status: 200,
        headers: { 'Cache-Control': 'max-age=600', ETag: '"1"', 'Content-Type': 'text/html' },
        body: 'x'.repeat(2000),
      },
    },
  ],
  api: [{ response: { status: 200, headers: { 'Cache-Control': 'max-age=60' }, body: '{}' } }],
}

async function explained(): Promise<string[][]> {
  const times: number[] = []
  for (let count = 0; count < 3000; count += 1) {
    const simulation = createSimulation({ document: design, origins })
    const start = performance.now()
    await simulation.request({ url: `/docs/${count}.html`, headers: { 'Accept-Encoding': 'identity' } })
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  return [['an explained trace of a miss, median', `${((times[1500] ?? 0) * 1000).toFixed(0)} µs`, '']]
}

/** Requests with the popularity of real ones: a few objects get most of them. */
function zipfRequests(count: number, objects: number): ViewerRequest[] {
  return Array.from({ length: count }, () => {
    const rank = Math.floor(objects ** random())
    return {
      method: 'GET',
      url: `https://d111111abcdef8.cloudfront.net/docs/page-${rank}.html`,
      headers: { 'accept-encoding': 'gzip', 'user-agent': 'bench' },
    }
  })
}

/** Milliseconds of the processor that a round took, and its hits. */
interface Round {
  readonly time: number
  readonly hits: number
}
const spent = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

type Serve = (engine: Engine) => (request: ViewerRequest) => Exchange | Promise<Exchange>
const byEngine: Serve = (engine) => (request) =>
  engine.serve(toEngineRequest(request, 'd111111abcdef8.cloudfront.net'), null)
const bySilentRun: Serve = (engine) => {
  const run = new SilentRun(engine)
  return (request) => run.serve(request)
}

/** An hour of requests; each response is made whole, with its header fields. */
async function ours(requests: readonly ViewerRequest[], serve: Serve): Promise<Round> {
  const { engine } = createSimulation({ document: design, origins })
  const take = serve(engine)
  const start = spent()
  let hits = 0
  for (const request of requests) {
    engine.now += 3_600_000 / requests.length
    const served = take(request)
    const exchange = served instanceof Promise ? await served : served
    if (exchange.resultType === 'Hit') hits += 1
  }
  return { time: spent() - start, hits }
}

let peerNow = 0
class SimulatedPolicy extends CachePolicy {
  now() {
    return peerNow
  }
}

function theirs(requests: readonly ViewerRequest[]): Round {
  const policies = new Map<string, CachePolicy>()
  const start = spent()
  peerNow = Date.UTC(2026, 0, 1)
  let hits = 0
  for (const { url, method = 'GET', headers } of requests) {
    peerNow += 3_600_000 / requests.length
    const request = { url, method, headers: headers as Record<string, string> } // the requests above have plain fields
    const policy = policies.get(url)
    if (policy?.satisfiesWithoutRevalidation(request)) {
      policy.responseHeaders()
      hits += 1
      continue
    }
    const made = new SimulatedPolicy(request, {
      status: 200,
      headers: { 'cache-control': 'max-age=600', etag: '"1"', 'content-type': 'text/html' },
    })
    policies.set(url, made)
  }
  return { time: spent() - start, hits }
}

const median = (rounds: readonly Round[]): Round =>
  [...rounds].sort((a, b) => a.time - b.time)[Math.floor(rounds.length / 2)] ?? { time: Number.NaN, hits: 0 }

/** In turns, so that what else the machine does meets all alike; the median of five rounds after one to warm up. */
async function silent(objects: number): Promise<string[][]> {
  const requests = zipfRequests(1_000_000, objects)
  const runs = {
    'ours, every stage, silent': () => ours(requests, bySilentRun),
    ...(objects < 100_000 && { 'the same without what it remembers': () => ours(requests, byEngine) }),
    'http-cache-semantics, its policy check only': () => theirs(requests),
  }
  const rounds = new Map<string, Round[]>(Object.keys(runs).map((name) => [name, []]))
  for (let round = 0; round <= 5; round += 1)
    for (const [name, run] of Object.entries(runs)) {
      const told = await run()
      if (round > 0) rounds.get(name)?.push(told)
    }
  const [own = Number.NaN] = [...rounds.values()].map((all) => median(all).time)
  return [...rounds].map(([name, all]) => {
    const { time, hits } = median(all)
    return [
      `1,000,000 requests for ${objects.toLocaleString('en')} objects (${((hits / requests.length) * 100).toFixed(1)} % hits): ${name}`,
      `${(requests.length / time).toFixed(0)} k/s of processor time`,
      `${(time / own).toFixed(2)}×`,
    ]
  })
}

/** What the silent run holds on to beside the caches, where a million URLs each come once. */
async function remembered(): Promise<string[][]> {
  const { engine } = createSimulation({ document: design, origins })
  const run = new SilentRun(engine)
  // What earlier rows left would be counted, and a collection of it taken for a gain.
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  const held = () => {
    collect()
    return process.memoryUsage().heapUsed
  }
  const before = held()
  for (let at = 0; at < 1_000_000; at += 1) {
    await run.serve({ url: `https://d111111abcdef8.cloudfront.net/docs/once-${at}.html` })
    if (at % 10_000 === 0) engine.caches.remove(() => true)
  }
  engine.caches.remove(() => true)
  return [
    [
      'memory after 1,000,000 URLs that came once, caches emptied',
      `${((held() - before) / 2 ** 20).toFixed(0)} MB`,
      '',
    ],
  ]
}

const rows = [
  ...choosing(),
  ...(await explained()),
  ...(await silent(20_000)),
  ...(await silent(400_000)),
  ...(await remembered()),
]
console.log('| what | result | time, ours = 1 |\n| --- | --- | --- |')
for (const row of rows) console.log(`| ${row.join(' | ')} |`)
