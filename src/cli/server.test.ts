/** The signing proxy under attack: whatever comes, it refuses and goes on. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type RequestListener, request } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type StandIn, startMinistack } from '#fixtures/aws-stand-ins.ts'
import { readCredentials } from './account-access.ts'
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
  server = await startServer({ root, port: 0, endpoint: ministack.endpoint, patience: 1_000 })
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

const own = () => `http://127.0.0.1:${server.port}`
const writes = (sent: Sent): Sent => ({ method: 'POST', body: 'x', ...sent })
const attacks: readonly (readonly [what: string, sent: () => Sent, status: number])[] = [
  ['another site', () => ({ path: list, headers: { origin: 'https://evil.example' } }), 403],
  ['a page on another port', () => ({ path: list, headers: { origin: 'http://127.0.0.1:1' } }), 403],
  [
    'an origin that only begins like ours',
    () => ({ path: list, headers: { origin: `${own()}.evil.example` } }),
    403,
  ],
  ['the null origin of a sandboxed frame', () => ({ path: list, headers: { origin: 'null' } }), 403],
  [
    'our origin under the other name of this host',
    () => ({ path: list, headers: { origin: `http://localhost:${server.port}` } }),
    403,
  ],
  ['a rebinding name', () => ({ path: list, headers: { host: 'evil.example' } }), 403],
  [
    'a rebinding name with our port',
    () => ({ path: list, headers: { host: `evil.example:${server.port}` } }),
    403,
  ],
  ['our host without its port', () => ({ path: list, headers: { host: '127.0.0.1' } }), 403],
  ['our host with another port', () => ({ path: list, headers: { host: '127.0.0.1:1' } }), 403],
  ['no token', () => ({ path: list, headers: { 'x-frontage-token': '' } }), 403],
  ['a token of another start', () => ({ path: list, headers: { 'x-frontage-token': 'A'.repeat(32) } }), 403],
  [
    'the beginning of the token',
    () => ({ path: list, headers: { 'x-frontage-token': token.slice(0, 16) } }),
    403,
  ],
  [
    'a replayed request that lost its token',
    () => ({ path: `${list}?x-frontage-token=${token}`, headers: { 'x-frontage-token': '' } }),
    403,
  ],
  [
    'an operation that Frontage does not use',
    () => ({ path: '/aws/2020-05-31/domain-association', method: 'POST', headers: { origin: own() } }),
    403,
  ],
  [
    'another service',
    () => ({ path: '/aws/?Action=ListUsers&Version=2010-05-08', method: 'POST', headers: { origin: own() } }),
    403,
  ],
  ['a parameter that Frontage does not use', () => ({ path: `${list}?WithTags=1` }), 403],
  ['a parameter twice', () => ({ path: `${list}?Marker=a&Marker=b` }), 403],
  [
    'a method that changes what it may only read',
    () => ({ path: `${list}/E1/config`, method: 'DELETE', headers: { origin: own() } }),
    403,
  ],
  [
    'a preflight of another site',
    () => ({ path: list, method: 'OPTIONS', headers: { origin: 'https://evil.example' } }),
    403,
  ],
  ['a path that climbs', () => ({ path: '/aws/../../2020-05-31/distribution' }), 403],
  ['a path that climbs, encoded', () => ({ path: '/aws/%2e%2e/2020-05-31/distribution' }), 403],
  ['a path below an id', () => ({ path: `${list}/E1%2F..%2F..` }), 403],
  ['a path with a second host', () => ({ path: '/aws//evil.example/2020-05-31/distribution' }), 403],
  ['an id of dots', () => ({ path: `${list}/...` }), 403],
  ['a file outside of the page', () => ({ path: '/../../etc/passwd' }), 404],
  ['an encoded climb', () => ({ path: '/%2e%2e/%2e%2e/etc/passwd' }), 404],
  ['a climb by backslashes', () => ({ path: '/..\\..\\etc\\passwd' }), 404],
  ['a null byte', () => ({ path: '/index.html%00.js' }), 404],
  ['a broken escape', () => ({ path: '/%E0%A4%A' }), 404],
  ['the page under another host', () => ({ path: '/', headers: { host: 'evil.example' } }), 403],
  [
    'a proxy request for another host',
    () => ({ path: 'http://evil.example/aws/2020-05-31/distribution' }),
    400,
  ],
  ['a writing request without an origin', () => writes({ path: list }), 403],
  [
    'credentials of another site',
    () =>
      writes({ path: '/account/credentials', method: 'PUT', headers: { origin: 'https://evil.example' } }),
    403,
  ],
  [
    'credentials without the token',
    () =>
      writes({
        path: '/account/credentials',
        method: 'PUT',
        headers: { origin: own(), 'x-frontage-token': 'x' },
      }),
    403,
  ],
  [
    'a profile that this machine does not have',
    () =>
      writes({
        path: '/account/profile',
        method: 'PUT',
        headers: { origin: own() },
        body: '../../etc/passwd',
      }),
    400,
  ],
  ['something that looks at the credentials', () => ({ path: '/account/credentials' }), 403],
  [
    'a request that the browser marks as of another site',
    () => ({ path: list, headers: { 'sec-fetch-site': 'cross-site' } }),
    403,
  ],
  [
    'a request that the browser marks as of the same site, on another port',
    () => ({ path: list, headers: { 'sec-fetch-site': 'same-site' } }),
    403,
  ],
  ['an address that somebody typed', () => ({ path: list, headers: { 'sec-fetch-site': 'none' } }), 403],
  ['a head of a hundred kilobytes', () => ({ path: list, headers: { 'x-much': 'x'.repeat(100_000) } }), 431],
]
test.each(attacks)('%s is refused and the server goes on', async (_, sent, status) => {
  const answer = await send(sent())
  expect(answer.status).toBe(status)
  expect(answer.text).not.toContain(marked)
  expect((await send({ path: list })).status).toBe(200)
})

test('an oversized body is refused and the server goes on', async () => {
  const origin = `http://127.0.0.1:${server.port}`
  const { status } = await send({
    path: list,
    method: 'POST',
    headers: { origin, 'x-frontage-account': '000000000000' },
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

test('a request that trickles in is given up, and others are served meanwhile', async () => {
  const socket = connect(server.port, '127.0.0.1')
  const closed = new Promise<string>((done) => {
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk
    })
    socket.on('close', () => done(text))
    socket.on('error', () => done(text))
  })
  socket.write(`POST ${list} HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nContent-Length: 100\r\n`)
  const trickle = setInterval(() => socket.write('X-A: 1\r\n'), 200)
  expect((await send({ path: list })).status).toBe(200)
  expect(await closed).toMatch(/^(HTTP\/1.1 408|$)/)
  clearInterval(trickle)
  expect((await send({ path: list })).status).toBe(200)
})

test('the token is in the page for this user only, and differs from start to start', async () => {
  const again = await startServer({ root, port: 0, endpoint: ministack.endpoint })
  expect(await tokenOf(again)).not.toBe(token)
  expect(token.length).toBeGreaterThanOrEqual(32)
  await again.close()
})

/** What the page may say to an account of which each answer is given. */
async function against(
  answer: RequestListener,
  call: (send: (sent: Sent) => Promise<{ status: number; text: string }>) => Promise<void>,
) {
  const upstream = createServer(answer)
  await new Promise<void>((done) => upstream.listen(0, '127.0.0.1', done))
  const { port } = upstream.address() as AddressInfo
  const [usual, usualToken] = [server, token]
  server = await startServer({ root, port: 0, endpoint: `http://127.0.0.1:${port}`, timeout: 500 })
  token = await tokenOf(server)
  try {
    await call(send)
  } finally {
    await server.close()
    server = usual
    token = usualToken
    upstream.closeAllConnections()
    upstream.close()
  }
}

test('an API that begins to answer and stalls is told in words within its time', () =>
  against(
    (_, response) => {
      response.writeHead(200, { 'content-type': 'text/xml' })
      response.write('<Dist')
    },
    async (ask) => {
      const { status, text } = await ask({ path: list })
      expect(status).toBe(504)
      expect(text).toContain('did not answer in time')
    },
  ))

test.each([
  [429, 'Throttling'],
  [503, 'ServiceUnavailable'],
  [403, 'ExpiredToken'],
  [412, 'PreconditionFailed'],
])('an answer %i of AWS (%s) reaches the page as it is, and the server goes on', (status, code) =>
  against(
    (_, response) => {
      response.writeHead(status, { 'retry-after': '1' })
      response.end(`<Code>${code}</Code>`)
    },
    async (ask) => {
      expect(await ask({ path: list })).toEqual({ status, text: `<Code>${code}</Code>` })
      expect(await ask({ path: list })).toEqual({ status, text: `<Code>${code}</Code>` })
    },
  ),
)

test('a redirect of the API is not followed', () =>
  against(
    (_, response) => {
      response.writeHead(302, { location: 'http://evil.example/' })
      response.end()
    },
    async (ask) => expect((await ask({ path: list })).status).toBe(502),
  ))

test('a query is sent as it is signed, and what signs the page is not passed on', () => {
  const seen: IncomingMessage[] = []
  return against(
    (received, response) => {
      seen.push(received)
      response.end('<ok/>')
    },
    async (ask) => {
      await ask({
        path: `${list}?Marker=a+b%20c%2Fd`,
        headers: { authorization: 'of the page', cookie: 'a=b', 'x-amz-security-token': 'of the page' },
      })
      expect(seen[0]?.url).toBe('/2020-05-31/distribution?Marker=a%20b%20c%2Fd')
      expect(seen[0]?.headers.authorization).toMatch(/^AWS4-HMAC-SHA256 Credential=test\//)
      expect(seen[0]?.headers).not.toHaveProperty('cookie')
      expect(seen[0]?.headers).not.toHaveProperty('x-frontage-token')
      expect(seen[0]?.headers['x-amz-security-token']).toBeUndefined()
    },
  )
})

test('the page learns whose account it is, and never with what it is signed', async () => {
  const { status, text } = await send({ path: '/account' })
  expect(status).toBe(200)
  expect(JSON.parse(text)).toMatchObject({ source: 'machine', account: expect.stringMatching(/^\d{12}$/) })
  expect(text).not.toContain(marked)
})

test('temporary credentials that are pasted sign, are given back to nobody, and are forgotten', () => {
  const signedBy: string[] = []
  return against(
    (received, response) => {
      signedBy.push(String(received.headers.authorization), String(received.headers['x-amz-security-token']))
      response.end('<Account>111122223333</Account><Arn>arn:aws:sts::111122223333:assumed-role/x</Arn>')
    },
    async (ask) => {
      const headers = { origin: own(), 'x-frontage-page': 'page-of-its-own' }
      const pasted = `export AWS_ACCESS_KEY_ID=ASIAPASTED\nexport AWS_SECRET_ACCESS_KEY=${marked}\nexport AWS_SESSION_TOKEN=${marked}token`
      const put = await ask({ path: '/account/credentials', method: 'PUT', headers, body: pasted })
      expect(JSON.parse(put.text)).toMatchObject({ source: 'pasted', account: '111122223333' })
      const read = await ask({ path: list, headers })
      expect(signedBy.at(-2)).toContain('Credential=ASIAPASTED/')
      expect(signedBy.at(-1)).toBe(`${marked}token`)
      const gone = await ask({ path: '/account/credentials', method: 'DELETE', headers })
      expect(JSON.parse(gone.text)).toMatchObject({ source: 'machine' })
      for (const { text } of [put, read, gone]) expect(text).not.toContain(marked)
    },
  )
})

test.each([
  ['nothing that could be credentials', 'hello', 'no access key'],
  ['a long-term key', 'AWS_ACCESS_KEY_ID=AKIAX\nAWS_SECRET_ACCESS_KEY=abc', 'long-term'],
])('%s is refused in words', async (_, body, reason) => {
  const { status, text } = await send({
    path: '/account/credentials',
    method: 'PUT',
    headers: { origin: own() },
    body,
  })
  expect(status).toBe(400)
  expect(text).toContain(reason)
})

test.each([
  ['JSON', '{"Credentials":{"AccessKeyId":"ASIA1","SecretAccessKey":"s/e+c","SessionToken":"t="}}'],
  ['export-credentials', '{"Version":1,"AccessKeyId":"ASIA1","SecretAccessKey":"s/e+c","SessionToken":"t="}'],
  ['a profile', '[x]\naws_access_key_id = ASIA1\naws_secret_access_key = s/e+c\naws_session_token = t='],
  [
    'PowerShell',
    '$Env:AWS_ACCESS_KEY_ID="ASIA1"\n$Env:AWS_SECRET_ACCESS_KEY="s/e+c"\n$Env:AWS_SESSION_TOKEN="t="',
  ],
])('credentials are read from %s', (_, text) => {
  expect(readCredentials(text)).toEqual({
    accessKeyId: 'ASIA1',
    secretAccessKey: 's/e+c',
    sessionToken: 't=',
  })
})
