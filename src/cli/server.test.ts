/** The signing proxy under attack: whatever comes, it refuses and goes on. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type StandIn, startMinistack } from '../../e2e/aws-stand-ins.ts'
import { type RunningServer, startServer } from './server.ts'

let ministack: StandIn
let server: RunningServer
let token = ''
let root = ''
const marked = 'MARKEDSECRETmarkedsecretMARKED'

const tokenOf = async ({ url }: RunningServer): Promise<string> =>
  /name="frontage-token" content="([^"]+)"/.exec(await (await fetch(url)).text())?.[1] ?? ''

beforeAll(async () => {
  process.env['AWS_ACCESS_KEY_ID'] = 'test'
  process.env['AWS_SECRET_ACCESS_KEY'] = marked
  root = mkdtempSync(join(tmpdir(), 'frontage-page-'))
  writeFileSync(join(root, 'index.html'), '<html><head></head><body>page</body></html>')
  ministack = await startMinistack()
  server = await startServer({ root, port: 0, endpoint: ministack.endpoint })
  token = await tokenOf(server)
}, 60_000)
afterAll(async () => {
  await server?.close()
  await ministack?.stop()
})

interface Sent {
  readonly path: string
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string
}

/** node:http sends what fetch would forbid: any Host, any path. */
const send = ({
  path,
  method = 'GET',
  headers = {},
  body,
}: Sent): Promise<{ status: number; text: string }> =>
  new Promise((done, fail) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port: server.port,
        path,
        method,
        headers: { 'x-frontage-token': token, ...headers },
      },
      (answer) => {
        let text = ''
        answer.on('data', (chunk) => {
          text += chunk
        })
        answer.on('end', () => done({ status: answer.statusCode ?? 0, text }))
      },
    )
    sent.on('error', fail)
    sent.end(body)
  })

const list = '/aws/2020-05-31/distribution'

test('the page itself may list distributions', async () => {
  const { status, text } = await send({ path: list })
  expect(status).toBe(200)
  expect(text).toContain('DistributionList')
})

const attacks: readonly (readonly [what: string, sent: Sent, status: number])[] = [
  ['another site', { path: list, headers: { origin: 'https://evil.example' } }, 403],
  ['a page on another port', { path: list, headers: { origin: 'http://127.0.0.1:1' } }, 403],
  ['a rebinding name', { path: list, headers: { host: 'evil.example' } }, 403],
  ['no token', { path: list, headers: { 'x-frontage-token': '' } }, 403],
  ['a token of another start', { path: list, headers: { 'x-frontage-token': 'A'.repeat(32) } }, 403],
  [
    'an operation that Frontage does not use',
    { path: '/aws/2020-05-31/domain-association', method: 'POST' },
    403,
  ],
  ['another service', { path: '/aws/?Action=ListUsers&Version=2010-05-08', method: 'POST' }, 403],
  ['a path that climbs', { path: '/aws/../../2020-05-31/distribution' }, 403],
  ['a file outside of the page', { path: '/../../etc/passwd' }, 404],
  ['an encoded climb', { path: '/%2e%2e/%2e%2e/etc/passwd' }, 404],
  ['the page under another host', { path: '/', headers: { host: 'evil.example' } }, 403],
  ['a writing request without an origin', { path: list, method: 'POST', body: 'x' }, 403],
  [
    'a request that the browser marks as of another site',
    { path: list, headers: { 'sec-fetch-site': 'cross-site' } },
    403,
  ],
  ['a deletion', { path: `${list}/E1`, method: 'DELETE' }, 403],
]
test.each(attacks)('%s is refused and the server goes on', async (_, sent, status) => {
  const answer = await send(sent)
  expect(answer.status).toBe(status)
  expect(answer.text).not.toContain(marked)
  expect((await send({ path: list })).status).toBe(200)
})

test('an oversized body is refused and the server goes on', async () => {
  const origin = `http://127.0.0.1:${server.port}`
  const { status } = await send({
    path: list,
    method: 'POST',
    headers: { origin },
    body: 'x'.repeat(3 * 1024 * 1024),
  })
  expect(status).toBe(413)
  expect((await send({ path: list })).status).toBe(200)
})

test('an endpoint that does not answer is one sentence without anything secret', async () => {
  const nowhere = await startServer({ root, port: 0, endpoint: 'http://127.0.0.1:9' })
  const [usual, usualToken] = [server, token]
  server = nowhere
  token = await tokenOf(nowhere)
  try {
    const { status, text } = await send({ path: list })
    expect(status).toBe(502)
    expect(text).toContain('does not answer')
    expect(text).not.toContain(marked)
  } finally {
    server = usual
    token = usualToken
    await nowhere.close()
  }
})
