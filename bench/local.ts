/**
 * `frontage run` beside a bare server, bare proxies, nginx and Varnish, in the same run: `node bench/run.js local`.
 * What counts is the processor time that a server's processes take for a request, since the machine may have other work.
 * nginx and Varnish take part where they are installed, or where NGINX and VARNISHD name them.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'frontage-bench-'))
const connections = 32
const rounds = 5

interface Running {
  readonly name: string
  readonly url: string
  readonly process: ChildProcess
}

const firstLine = (child: ChildProcess): Promise<string> =>
  new Promise((done, failed) => {
    let text = ''
    child.stdout?.on('data', (piece) => {
      text += piece
      if (text.includes('\n')) done(text.slice(0, text.indexOf('\n')))
    })
    child.once('exit', () => failed(new Error(`${child.spawnargs.join(' ')} ended`)))
  })

async function startNode(name: string, ...args: string[]): Promise<Running> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const { url } = JSON.parse(await firstLine(child)) as { url: string }
  return { name, url, process: child }
}

const template = `
Resources:
  Keys:
    Type: AWS::CloudFront::CachePolicy
    Properties:
      CachePolicyConfig:
        { Name: keys, MinTTL: 0, DefaultTTL: 0, MaxTTL: 31536000, ParametersInCacheKeyAndForwardedToOrigin: { EnableAcceptEncodingGzip: false, EnableAcceptEncodingBrotli: false, HeadersConfig: { HeaderBehavior: none }, CookiesConfig: { CookieBehavior: none }, QueryStringsConfig: { QueryStringBehavior: none } } }
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins: [{ Id: web, DomainName: web.example.com, CustomOriginConfig: { OriginProtocolPolicy: http-only } }]
        DefaultCacheBehavior: { TargetOriginId: web, ViewerProtocolPolicy: allow-all, CachePolicyId: !Ref Keys }
`

async function startFrontage(origin: string): Promise<Running> {
  const file = join(folder, 'site.yaml')
  writeFileSync(file, template)
  const ports = ['--port', '0', '--admin-port', '0', '--format', 'json']
  return startNode('frontage run', 'dist/cli.js', 'run', file, '--origin', `web=${origin}`, ...ports)
}

const found = (name: string, variable: string): string | undefined => {
  const given = process.env[variable]
  const program = given ?? name
  return spawnSync(program, ['-V']).error ? undefined : program
}
const untilOpen = async (port: number): Promise<void> => {
  for (;;) {
    const isOpen = await new Promise((done) => {
      const socket = connect(port, '127.0.0.1', () => done(socket.destroy()))
      socket.on('error', () => done(false))
    })
    if (isOpen) return
    await new Promise((next) => setTimeout(next, 50))
  }
}

async function startNginx(origin: string): Promise<Running | undefined> {
  const program = found('nginx', 'NGINX')
  if (program === undefined) return undefined
  const port = 18_943
  const place = join(folder, 'nginx')
  mkdirSync(place)
  writeFileSync(
    join(place, 'nginx.conf'),
    `daemon off; worker_processes 1; pid ${place}/pid; error_log ${place}/error.log;
user root; events { worker_connections 1024; }
http { access_log off; keepalive_requests 1000000; client_body_temp_path ${place}/b; proxy_temp_path ${place}/p; fastcgi_temp_path ${place}/f; uwsgi_temp_path ${place}/u; scgi_temp_path ${place}/s;
proxy_cache_path ${place}/cache keys_zone=c:10m;
upstream web { server ${origin.slice('http://'.length)}; keepalive 64; keepalive_requests 1000000; }
server { listen 127.0.0.1:${port}; location / { proxy_pass http://web; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_cache c; } } }`,
  )
  const child = spawn(
    program,
    ['-p', place, '-c', join(place, 'nginx.conf'), '-e', join(place, 'error.log')],
    { stdio: 'ignore' },
  )
  await untilOpen(port)
  return { name: 'nginx, proxy_cache', url: `http://127.0.0.1:${port}`, process: child }
}

async function startVarnish(origin: string): Promise<Running | undefined> {
  const program = found('varnishd', 'VARNISHD')
  if (program === undefined) return undefined
  const port = 18_944
  const args = [
    '-F',
    '-a',
    `127.0.0.1:${port}`,
    '-b',
    origin.slice('http://'.length),
    '-n',
    join(folder, 'varnish'),
    '-s',
    'malloc,64m',
  ]
  const child = spawn(program, args, { stdio: 'ignore' })
  await untilOpen(port)
  return { name: 'Varnish', url: `http://127.0.0.1:${port}`, process: child }
}

/** A process and those that it started. */
function family(pid: number): number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ')
        return Number(fields[1]) === pid ? family(Number(name)) : []
      } catch {
        return []
      }
    })
  return [pid, ...children]
}

/** Milliseconds of processor time, in steps of ten. */
const processorTime = ({ process: { pid = 0 } }: Running): number =>
  family(pid)
    .map((one) =>
      readFileSync(`/proc/${one}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' '),
    )
    .reduce((sum, fields) => sum + (Number(fields[11]) + Number(fields[12])) * 10, 0)

/** Where an answer is: its length once the head has come, and how much of its body. */
interface Answer {
  head: string
  wanted: number
  came: number
}

/** Takes a piece; true where the answer is whole. Throws where it is no 200 with a length. */
function take(answer: Answer, piece: Buffer): boolean {
  if (answer.wanted >= 0) answer.came += piece.length
  else {
    answer.head += piece.toString('latin1')
    const end = answer.head.indexOf('\r\n\r\n')
    if (end < 0) return false
    const length = /\r\ncontent-length: (\d+)/i.exec(answer.head)?.[1]
    if (!answer.head.startsWith('HTTP/1.1 200') || length === undefined)
      throw new Error(answer.head.slice(0, 200))
    answer.wanted = Number(length)
    answer.came = answer.head.length - end - 4
  }
  return answer.came >= answer.wanted
}

let asked = 0
/** What is to be a miss is asked for under a name of its own each time. */
function requestFor(path: string): string {
  asked += 1
  const own = path.startsWith('/miss') ? `/${asked}` : ''
  return `GET ${path}${own} HTTP/1.1\r\nHost: d111111abcdef8.cloudfront.net\r\n\r\n`
}

/** Sends requests one after the other on each connection; gives the milliseconds that each took. */
function load(url: string, path: string, count: number): Promise<number[]> {
  const { hostname, port } = new URL(url)
  const times: number[] = []
  let left = count
  const one = () =>
    new Promise<void>((done, failed) => {
      const socket = connect({ host: hostname, port: Number(port), noDelay: true })
      let answer: Answer = { head: '', wanted: -1, came: 0 }
      let begun = 0
      const next = () => {
        if (left <= 0) return socket.destroy()
        left -= 1
        answer = { head: '', wanted: -1, came: 0 }
        begun = performance.now()
        return socket.write(requestFor(path))
      }
      socket.on('connect', next)
      socket.on('error', failed)
      socket.on('close', () => done())
      socket.on('data', (piece: Buffer) => {
        if (!take(answer, piece)) return
        times.push(performance.now() - begun)
        next()
      })
    })
  return Promise.all(Array.from({ length: connections }, one)).then(() => times)
}

interface Figure {
  /** Microseconds of processor time for a request. */
  readonly cost: number
  readonly p99: number
}

async function measure(running: Running, path: string, count: number): Promise<Figure> {
  const before = processorTime(running)
  const times = (await load(running.url, path, count)).sort((a, b) => a - b)
  return {
    cost: ((processorTime(running) - before) * 1000) / times.length,
    p99: times[Math.floor(times.length * 0.99)] ?? 0,
  }
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN

const cases = [
  { name: '1 KB hit', path: '/1k', count: 6000 },
  { name: '100 KB hit', path: '/100k', count: 2000 },
  { name: '1 KB miss', path: '/miss/1k', count: 3000 },
  { name: '100 KB miss', path: '/miss/100k', count: 1500 },
] as const

const origin = await startNode('origin', 'bench/local-peers.js', 'bare')
const all = [
  await startNode('bare node:http', 'bench/local-peers.js', 'bare'),
  await startNode('bare proxy, node:http', 'bench/local-peers.js', 'node', origin.url),
  await startNode('bare proxy, undici', 'bench/local-peers.js', 'undici', origin.url),
  await startFrontage(origin.url),
  await startNginx(origin.url),
  await startVarnish(origin.url),
].filter((running) => running !== undefined)

const figures = new Map<string, Figure[]>()
try {
  for (const running of all) for (const { path } of cases) await load(running.url, path, 2000)
  for (let round = 0; round < rounds; round += 1)
    for (const { name, path, count } of cases)
      for (const running of all) {
        const id = `${running.name} ${name}`
        figures.set(id, [...(figures.get(id) ?? []), await measure(running, path, count)])
      }
} finally {
  for (const { process: child } of [origin, ...all]) child.kill()
}

const figureOf = (server: string, name: string): Figure => {
  const known = figures.get(`${server} ${name}`) ?? []
  return { cost: median(known.map(({ cost }) => cost)), p99: median(known.map(({ p99 }) => p99)) }
}
console.log(
  `| processor time for a request, µs (p99 in ms at ${connections} connections) | ${cases.map(({ name }) => name).join(' | ')} |`,
)
console.log(`| --- |${cases.map(() => ' --- |').join('')}`)
for (const { name } of all)
  console.log(
    `| ${name} | ${cases
      .map((one) => {
        const { cost, p99 } = figureOf(name, one.name)
        return `${cost.toFixed(0)} (${p99.toFixed(1)})`
      })
      .join(' | ')} |`,
  )
const ratio = (peer: string, name: string) =>
  (figureOf(peer, name).cost / figureOf('frontage run', name).cost).toFixed(2)
console.log(
  `\nHits, throughput beside the bare server: ${ratio('bare node:http', '1 KB hit')} (1 KB), ${ratio('bare node:http', '100 KB hit')} (100 KB).`,
)
for (const peer of ['bare proxy, node:http', 'bare proxy, undici'])
  console.log(
    `Misses, beside the ${peer}: ${ratio(peer, '1 KB miss')} (1 KB), ${ratio(peer, '100 KB miss')} (100 KB).`,
  )
