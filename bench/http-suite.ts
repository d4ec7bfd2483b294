/**
 * The public HTTP cache suite (github.com/http-tests/cache-tests, BSD-3-Clause) through `createCache` in both readings,
 * beside what other caches got in the results that the suite publishes: `node bench/run.js http-suite`. With `sockets`, its
 * verdicts on the engine in process are compared with those on `frontage run`.
 * The suite is fetched from npm; its server and its client run here, as it wrote them, and its verdicts count.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { Agent, createServer, type RequestListener, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  type CacheOptions,
  type CacheRequest,
  type CacheResponse,
  createCache,
  plainDesign,
} from '#core/trace/engine/shared-cache.ts'
import { LocalCdn } from '#local/local-cdn.ts'
import { startPlain, usualLimits } from '#local/viewer/servers.ts'
import { createRunner } from '#sandbox/runner.ts'
import { documentedFailures } from './http-suite-pages.ts'

const version = '0.4.5'
const home = join(process.cwd(), 'node_modules/.cache/http-suite')
const suite = join(home, 'package')

function fetchSuite(): void {
  if (existsSync(suite)) return
  mkdirSync(home, { recursive: true })
  const run = (command: string, ...args: string[]): string => {
    const done = spawnSync(command, args, { cwd: home, encoding: 'utf8' })
    if (done.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${done.stderr}`)
    return done.stdout
  }
  run('npm', 'pack', '--silent', `http-cache-tests@${version}`)
  run('tar', 'xzf', `http-cache-tests-${version}.tgz`)
}

interface SuiteTest {
  readonly id: string
  readonly kind?: 'required' | 'optimal' | 'check'
  readonly browser_only?: boolean
}
interface Suite {
  readonly tests: readonly SuiteTest[]
}
type Results = Readonly<Record<string, unknown>>
/** A module of the suite; a load with a word of its own is an instance of its own. */
// The suite has no types; what is read of it is named at each use.
const load = async (file: string, instance = ''): Promise<never> =>
  (await import(/* @vite-ignore */ `${pathToFileURL(join(suite, file)).href}${instance}`)) as never

const agent = new Agent({ keepAlive: true, maxSockets: 200 })

/** The origin's side: a request over a socket, its fields as they are. */
const fetchOver = ({ method, url, headers, body }: CacheRequest): Promise<CacheResponse> =>
  new Promise((resolve, reject) => {
    const fields = headers.filter(([name]) => name !== 'connection' && name !== 'content-length').flat()
    const length = body ? ['content-length', String(Buffer.byteLength(body as string))] : []
    const outgoing = send(
      url,
      { method, agent, headers: [...fields, ...length] as never, setHost: false },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk) => chunks.push(chunk))
        answer.on('error', reject)
        answer.on('end', () => {
          const raw = answer.rawHeaders
          const pairs = raw.flatMap((name, at) => (at % 2 === 0 ? [[name, raw[at + 1] ?? ''] as const] : []))
          resolve({ status: answer.statusCode ?? 0, headers: pairs, body: Buffer.concat(chunks) })
        })
      },
    )
    outgoing.on('error', reject)
    outgoing.end(body ?? undefined)
  })

/** The viewer's side, as the suite's client calls it. */
function fetchThrough(
  cache: (request: CacheRequest, fetchOrigin: typeof fetchOver) => Promise<CacheResponse>,
) {
  return async (url: string, init: { method?: string; headers?: string[][]; body?: string } = {}) => {
    const { status, headers, body } = await cache(
      {
        method: init.method ?? 'GET',
        url,
        headers: (init.headers ?? []).map(([name = '', value = '']) => [name.toLowerCase(), value] as const),
        body: init.body ?? null,
      },
      fetchOver,
    )
    const text = typeof body === 'string' ? body : new TextDecoder().decode(body ?? new Uint8Array())
    const kept = new Headers(headers.map(([name, value]): [string, string] => [name, value]))
    return { status, statusText: '', headers: kept, text: async () => text, url, type: 'basic' }
  }
}

async function suiteServer(): Promise<{ readonly base: string; readonly close: () => void }> {
  const handlers: Record<string, (...given: unknown[]) => void> = {}
  for (const name of ['config', 'test', 'state'])
    handlers[name] = ((await load(`server/handle-${name}.mjs`)) as { default: () => void }).default
  const listener: RequestListener = (request, response) => {
    const [, place = '', ...segments] = new URL(request.url ?? '/', 'http://localhost').pathname.split('/')
    handlers[place]?.(segments, request, response)
  }
  const server = createServer(listener)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return { base: `http://127.0.0.1:${port}`, close: () => server.close() }
}

interface Runner {
  readonly runTests: (suites: Suite[], fetcher: unknown, browser: boolean, base: string) => Promise<void>
  readonly getResults: () => Results
}

async function measure(reading: CacheOptions['reading'], base: string, suites: Suite[]): Promise<Results> {
  const runner = (await load('client/runner.mjs')) as Runner
  const cache = createCache({ now: Date.now, ...(reading && { reading }) })
  await runner.runTests(suites, fetchThrough(cache), false, base)
  return taken(runner)
}

/** The runner gathers in one object of its module; it is emptied for the next run. */
async function taken(runner: Runner): Promise<Results> {
  const results = runner.getResults()
  const { testResults } = (await load('client/test.mjs')) as { testResults: Record<string, unknown> }
  for (const id of Object.keys(testResults)) delete testResults[id]
  return results
}

/** The suite's client and origin on sockets, with `frontage run` between them. */
async function measureSockets(base: string, suites: Suite[]): Promise<Results> {
  const cdn = new LocalCdn({
    served: [{ document: plainDesign, id: 'Cache' }],
    runner: createRunner(),
    origins: new Map([['origin', { kind: 'url', url: new URL(base) }]]),
    stories: 0,
  })
  const options = { port: 0, address: '127.0.0.1', limits: usualLimits, onFault: console.error }
  const run = await startPlain(cdn, options)
  // It remembers the tests of an earlier run, and the times that it put into them.
  const runner = (await load('client/runner.mjs', '?sockets')) as Runner
  const host = ['host', `127.0.0.1:${run.port}`] as const
  const asIs = (request: CacheRequest) => fetchOver({ ...request, headers: [...request.headers, host] })
  await runner.runTests(suites, fetchThrough(asIs), false, `http://127.0.0.1:${run.port}`)
  await run.close()
  cdn.close()
  return taken(runner)
}

/** The verdicts that differ between the engine in process and on sockets. */
async function compareSockets(base: string, suites: Suite[], judge: Judge): Promise<boolean> {
  // Each run writes its times into the tests.
  const inProcess = await measure('distribution', base, structuredClone(suites))
  const onSockets = await measureSockets(base, structuredClone(suites))
  const ids = suites.flatMap(({ tests }) => tests.map(({ id }) => id))
  const different = ids.filter((id) => judge(suites, id, inProcess)[2] !== judge(suites, id, onSockets)[2])
  console.log(
    `${ids.length - different.length} of ${ids.length} verdicts are the same on sockets as in process.`,
  )
  for (const id of different)
    console.log(
      `- ${id}: ${judge(suites, id, inProcess)[2]} in process, ${judge(suites, id, onSockets)[2]} on sockets ${JSON.stringify(onSockets[id])}`,
    )
  return different.length === 0
}

type Judge = (suites: Suite[], id: string, results: Results) => readonly [string, string, string]

function rowOf(name: string, results: Results, suites: Suite[], judge: Judge): string {
  const counts = { required: 0, optimal: 0, check: 0 }
  for (const { id, kind = 'required' } of suites.flatMap(({ tests }) => tests))
    if (['✅', 'Y'].includes(judge(suites, id, results)[2])) counts[kind] += 1
  const { required, optimal, check } = counts
  return `| ${name} | ${required + optimal + check} | ${required} | ${optimal} | ${check} |`
}

/** The required tests that fail in this reading, by the page that asks for it; false where one has none. */
function tellFailures(results: Results, suites: Suite[], judge: Judge): boolean {
  const failed = new Set(
    suites
      .flatMap(({ tests }) => tests)
      .filter(({ id, kind = 'required' }) => kind === 'required' && judge(suites, id, results)[2] === '⛔️')
      .map(({ id }) => id),
  )
  for (const { why, page, ids } of documentedFailures) {
    const here = ids.filter((id) => failed.delete(id))
    if (here.length > 0) console.log(`- ${why} ${page}\n  ${here.join(', ')}`)
  }
  for (const id of failed) console.log(`- NOT EXPLAINED: ${id} ${JSON.stringify(results[id])}`)
  return failed.size === 0
}

fetchSuite()
const { default: all } = (await load('tests/index.mjs')) as { default: Suite[] }
const { default: surrogate } = (await load('tests/surrogate-control.mjs')) as { default: Suite }
const suites = [...all, surrogate]
const { determineTestResult: judge } = (await load('lib/display.mjs')) as { determineTestResult: Judge }
const server = await suiteServer()
if (process.argv[3] === 'sockets') {
  const isSame = await compareSockets(server.base, suites, judge)
  process.exit(isSame ? 0 : 1)
}
const reading = process.argv[3] === 'shared-cache' ? 'shared-cache' : 'distribution'
const results = await measure(reading, server.base, suites)
server.close()
agent.destroy()
const tests = suites.flatMap((one) => one.tests)
const of = (kind: string): number => tests.filter((test) => (test.kind ?? 'required') === kind).length
console.log(
  `| cache | passed of ${tests.length} | required of ${of('required')} | optimal of ${of('optimal')} | check of ${of('check')} |`,
)
console.log('| --- | --- | --- | --- | --- |')
console.log(rowOf(`Frontage, ${reading}`, results, suites, judge))
for (const name of ['squid', 'trafficserver', 'apache', 'varnish', 'nginx', 'fastly'])
  console.log(
    rowOf(name, JSON.parse(readFileSync(join(suite, `results/${name}.json`), 'utf8')), suites, judge),
  )
console.log(`\nRequired tests that fail, ${reading}:`)
if (!tellFailures(results, suites, judge)) process.exitCode = 1
