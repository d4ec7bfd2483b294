/** Requests as no browser and no library writes them, byte by byte: none reaches the API, and the server goes on. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningServer, startServer } from './server.ts'

const marked = 'MARKEDSECRETmarkedsecretMARKED'
let upstream: Server
let server: RunningServer
let token = ''
let asked = 0

beforeAll(async () => {
  process.env['AWS_ACCESS_KEY_ID'] = 'test'
  process.env['AWS_SECRET_ACCESS_KEY'] = marked
  const root = mkdtempSync(join(tmpdir(), 'frontage-page-'))
  writeFileSync(join(root, 'index.html'), '<html><head></head><body>page</body></html>')
  upstream = createServer((_, response) => {
    asked += 1
    response.end('<DistributionList/>')
  })
  await new Promise<void>((done) => upstream.listen(0, '127.0.0.1', done))
  const { port } = upstream.address() as AddressInfo
  server = await startServer({ root, port: 0, endpoint: `http://127.0.0.1:${port}`, patience: 2_000 })
  token = /content="([^"]+)" \/>/.exec(await (await fetch(server.url)).text())?.[1] ?? ''
})
afterAll(async () => {
  await server?.close()
  upstream.closeAllConnections()
  upstream.close()
})

/** What comes back for these bytes until the connection is closed, or a whole answer is there. */
const raw = (bytes: string): Promise<string> =>
  new Promise((done) => {
    const socket = connect(server.port, '127.0.0.1')
    let text = ''
    const end = () => {
      socket.destroy()
      done(text)
    }
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
      if (/\r\n\r\n/.test(text) && /^connection: keep-alive/im.test(text)) end()
    })
    socket.on('close', () => done(text))
    socket.on('error', () => done(text))
    socket.write(bytes, 'latin1')
  })

const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)

interface Parts {
  readonly method?: string
  readonly target?: string
  readonly headers?: readonly string[]
  readonly body?: string
  /** Without what our own page would send. */
  readonly bare?: boolean
}
const api = '/aws/2020-05-31/distribution'
const host = () => `127.0.0.1:${server.port}`
/** A request of our own page but for what is given. */
function text({ method = 'GET', target = api, headers = [], body = '', bare = false }: Parts): string {
  const own = bare
    ? []
    : [`Host: ${host()}`, `Origin: http://${host()}`, `X-Frontage-Token: ${token}`, 'Connection: close']
  return `${method} ${target} HTTP/1.1\r\n${[...own, ...headers].map((line) => `${line}\r\n`).join('')}\r\n${body}`
}

const climbs = [
  '..',
  '%2e%2e',
  '%2E%2e',
  '.%2e',
  '%252e%252e',
  '..%2f',
  '..%5c',
  '%c0%ae%c0%ae',
  '..;',
  '..%00',
]
const places = ['/2020-05-31/distribution', '/latest/meta-data/', '/account/credentials', '/']
const foreignHosts = [
  'evil.example',
  'localhost',
  '127.0.0.1',
  '127.0.0.1:1',
  '0.0.0.0',
  '[::1]',
  '169.254.169.254',
  '127.1',
  '2130706433',
  'localhost.evil.example',
]
const methods = [
  'PATCH',
  'TRACE',
  'CONNECT',
  'PROPFIND',
  'LOCK',
  'PURGE',
  'SEARCH',
  'OPTIONS',
  'LINK',
  'M-SEARCH',
]
const targets = [
  '//',
  '//evil.example/',
  'http://',
  'http://evil.example/',
  '*',
  'x',
  '\\\\evil',
  '/%',
  '/%E0%A4%A',
  '?',
  '#',
]
const origins = [
  'null',
  'file://',
  'http://evil.example',
  'https://127.0.0.1',
  'http://127.0.0.1',
  'chrome-extension://abc',
  'data:',
  '',
]
const twice = [
  'Host: evil.example',
  'Origin: http://evil.example',
  'X-Frontage-Token: x',
  'Content-Length: 5',
  'Transfer-Encoding: chunked',
]
const smuggled = `0\r\n\r\nGET ${api} HTTP/1.1\r\nHost: evil.example\r\n\r\n`
const operations = [
  '/2020-05-31/domain-association',
  '/2020-05-31/distribution/E1/associate-alias',
  '/2019-03-26/distribution',
  '/2020-05-31/distribution/E1/config/x',
  '/2020-05-31/DISTRIBUTION',
  '/2020-05-31/distribution%2FE1',
  '/2020-05-31/distribution/E1;x',
  '/2020-05-31/distribution/E1?Marker=a&Action=Delete',
  '/2020-05-31/distribution/__proto__/constructor',
  '/?Action=GetCallerIdentity',
]

type Attack = readonly (readonly [name: string, bytes: string])[]

const families = (): Attack => [
  ...climbs.flatMap((climb) =>
    places.map(
      (place) => [`climbs by ${climb} to ${place}`, text({ target: `/aws/${climb}${place}` })] as const,
    ),
  ),
  ...foreignHosts.flatMap((name) =>
    [api, '/', '/account'].map(
      (target) =>
        [
          `${target} at the host ${name}`,
          text({
            target,
            bare: true,
            headers: [`Host: ${name}`, `X-Frontage-Token: ${token}`, 'Connection: close'],
          }),
        ] as const,
    ),
  ),
]

const spellings = (): Attack => [
  ...methods.map((method) => [`the method ${method}`, text({ method })] as const),
  ...targets.map((target) => [`the target ${target}`, text({ target })] as const),
  ...origins.flatMap((origin) =>
    ['GET', 'POST'].map(
      (method) =>
        [
          `${method} of the origin “${origin}”`,
          text({
            method,
            bare: true,
            headers: [
              `Host: ${host()}`,
              `Origin: ${origin}`,
              `X-Frontage-Token: ${token}`,
              'Content-Length: 0',
              'Connection: close',
            ],
          }),
        ] as const,
    ),
  ),
  ...twice.map(
    (line) =>
      [
        `a second ${line}`,
        text({ method: 'POST', headers: ['Content-Length: 1', line], body: 'x' }),
      ] as const,
  ),
  ...operations.flatMap((path) =>
    ['GET', 'POST', 'DELETE'].map(
      (method) =>
        [
          `${method} ${path}`,
          text({ method, target: `/aws${path}`, headers: ['Content-Length: 0'] }),
        ] as const,
    ),
  ),
]

const singles = (): Attack => [
  [
    'both a length and chunks',
    text({ method: 'POST', headers: ['Content-Length: 4', 'Transfer-Encoding: chunked'], body: smuggled }),
  ],
  [
    'chunks by another name',
    text({ method: 'POST', headers: ['Transfer-Encoding: xchunked'], body: smuggled }),
  ],
  [
    'chunks with a tab before them',
    text({ method: 'POST', headers: ['Transfer-Encoding:\tchunked, identity'], body: smuggled }),
  ],
  ['a length that is no number', text({ method: 'POST', headers: ['Content-Length: 0x10'], body: 'x' })],
  ['a length below zero', text({ method: 'POST', headers: ['Content-Length: -1'], body: 'x' })],
  ['a header without a colon', text({ headers: ['evil'] })],
  ['a header that is folded', text({ headers: ['X-A: b\r\n X-Frontage-Token: x'] })],
  ['a name with a space before the colon', text({ headers: ['Host : evil.example'] })],
  ['a zero byte in a header', text({ headers: ['X-A: \0'] })],
  ['a bare line feed in a header', text({ headers: ['X-A: b\nHost: evil.example'] })],
  [
    'an upgrade',
    text({
      headers: [
        'Upgrade: websocket',
        'Connection: Upgrade',
        'Sec-WebSocket-Version: 13',
        'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
      ],
    })
      .replace('Connection: close\r\n', '')
      .replace(token, 'x'),
  ],
  ['HTTP of another version', text({}).replace('HTTP/1.1', 'HTTP/9.9')],
  ['HTTP/2 without asking', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'.padEnd(64, '\x00')],
  ['no HTTP at all', 'hello\r\n\r\n'],
  ['no Host', text({ bare: true, headers: [`X-Frontage-Token: ${token}`, 'Connection: close'] })],
  ['ten thousand headers', text({ headers: Array.from({ length: 10_000 }, (_, index) => `X-${index}: x`) })],
]

test('none of many strange requests is answered with success, a fault of ours or a secret, or reaches the API', async () => {
  const all = [...families(), ...spellings(), ...singles()]
  expect(all.length).toBeGreaterThanOrEqual(150)
  for (const [name, bytes] of all) {
    const answer = await raw(bytes)
    const status = statusOf(answer)
    expect(status === 0 || (status >= 400 && status < 500), `${name}: ${answer.slice(0, 300)}`).toBe(true)
    expect(answer, name).not.toContain(marked)
    expect(answer, name).not.toContain(token)
  }
  expect(asked).toBe(0)
}, 60_000)

test('the same request without an attack is answered, so that the refusals mean something', async () => {
  const answer = await raw(text({}))
  expect(statusOf(answer)).toBe(200)
  expect(asked).toBe(1)
  expect(answer).toMatch(/^x-content-type-options: nosniff/im)
  expect(answer).toMatch(/^cross-origin-resource-policy: same-origin/im)
})

test('an answer without end is given up before it fills the memory', async () => {
  const flood = createServer((_, response) => {
    const block = Buffer.alloc(1024 * 1024, 'x')
    const more = () => {
      while (response.write(block));
      response.once('drain', more)
    }
    more()
  })
  await new Promise<void>((done) => flood.listen(0, '127.0.0.1', done))
  const root = mkdtempSync(join(tmpdir(), 'frontage-page-'))
  writeFileSync(join(root, 'index.html'), '<html><head></head></html>')
  const { port } = flood.address() as AddressInfo
  const other = await startServer({ root, port: 0, endpoint: `http://127.0.0.1:${port}` })
  const own = /content="([^"]+)" \/>/.exec(await (await fetch(other.url)).text())?.[1] ?? ''
  const answer = await fetch(new URL(`.${api}`, other.url), { headers: { 'x-frontage-token': own } })
  expect(answer.status).toBe(502)
  expect(await answer.text()).toContain('larger than 32 MB')
  await other.close()
  flood.closeAllConnections()
  flood.close()
})
