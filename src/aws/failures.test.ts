/** What AWS and the network do to a plan: each is survived, or told in one sentence that names the remedy. */
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readAccount } from '#core/plan/account.ts'
import { applyPlan, type Progress } from '#core/plan/apply.ts'
import type { Drivers } from '#core/plan/driver.ts'
import type { JournalEntry } from '#core/plan/journal.ts'
import { planDesign } from '#core/plan/plan.ts'
import { cachePolicy, distribution } from '#fixtures/build.ts'
import { nodeClient } from './client.ts'
import { driversFor } from './drivers/index.ts'

const secret = 'MARKEDmarkedsecretMARKED'
const policies = { ...distribution(), resources: { Cache: cachePolicy({ Name: 'cache' }) } }
let server: Server
let drivers: Drivers
let listener: RequestListener

beforeEach(async () => {
  process.env['AWS_ACCESS_KEY_ID'] = 'test'
  process.env['AWS_SECRET_ACCESS_KEY'] = secret
  server = createServer((request, response) => listener(request, response))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  drivers = driversFor(nodeClient({ endpoint: `http://127.0.0.1:${port}`, patience: 300, attempts: 3 }))
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

const empty = '<CachePolicyList><MaxItems>100</MaxItems><Quantity>0</Quantity></CachePolicyList>'
const refusal = (code: string, message = code) =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`
const read = () => readAccount(policies, drivers)

test.each([
  ['throttling', 429, 'Throttling'],
  ['an outage of a moment', 503, 'ServiceUnavailable'],
  ['an internal error of a moment', 500, 'InternalError'],
])('%s is waited out', async (_, status, code) => {
  let count = 0
  listener = (__, response) => {
    count += 1
    response.writeHead(count < 3 ? status : 200, { 'content-type': 'text/xml' })
    response.end(count < 3 ? refusal(code) : empty)
  }
  expect(await read()).toMatchObject({ ok: true })
  expect(count).toBe(3)
})

test.each<readonly [what: string, answer: RequestListener, says: RegExp]>([
  [
    'throttling that does not end',
    (_, response) => void response.writeHead(429).end(refusal('Throttling')),
    /try again in a minute/,
  ],
  [
    'the server of the page without credentials',
    (_, response) =>
      void response.writeHead(401).end(refusal('ProxyCredentials', 'No AWS credentials were found.')),
    /^(?!.*(AWS answers|expired)).*: No AWS credentials were found\.$/,
  ],
  [
    'an outage that does not end',
    (_, response) => void response.writeHead(503).end(refusal('Unavailable')),
    /fault on its side/,
  ],
  [
    'expired credentials',
    (_, response) =>
      void response.writeHead(403).end(refusal('ExpiredToken', 'The security token is expired')),
    /sign in again/,
  ],
  [
    'a clock that is behind',
    (_, response) =>
      void response
        .writeHead(403)
        .end(
          refusal(
            'SignatureDoesNotMatch',
            'Signature expired: 20260101T000000Z is now earlier than 20260101T001000Z (20260101T001500Z - 5 min.)',
          ),
        ),
    /clock of this machine is minutes off/,
  ],
  [
    'a clock that is ahead',
    (_, response) => void response.writeHead(403).end(refusal('RequestTimeTooSkewed')),
    /clock of this machine is minutes off/,
  ],
  [
    'a permission that is missing',
    (_, response) =>
      void response
        .writeHead(403)
        .end(refusal('AccessDenied', 'not authorized to perform: cloudfront:ListCachePolicies')),
    /cloudfront:ListCachePolicies.*grant/,
  ],
  ['a connection that is cut', (request) => void request.socket.destroy(), /does not answer/],
  ['an API that never answers', () => {}, /does not answer/],
  [
    'an answer that is cut off',
    (_, response) => {
      response.writeHead(200, { 'content-type': 'text/xml' })
      response.end('<CachePolicyList><Items>')
    },
    /not the CloudFront API/,
  ],
  [
    'a page of somebody else',
    (_, response) => void response.writeHead(404, { 'content-type': 'text/html' }).end('<html><p>no'),
    /not the CloudFront API/,
  ],
])('%s is told in one sentence without anything secret', async (_, answer, says) => {
  listener = answer
  const view = await read()
  expect(view.ok).toBe(false)
  if (view.ok) return
  expect(view.error).toMatch(says)
  expect(view.error).not.toContain(secret)
})

test('a write that gets no answer leaves the journal open, so that its outcome is looked up next time', async () => {
  listener = (request, response) => {
    if (request.method === 'GET') response.writeHead(200, { 'content-type': 'text/xml' }).end(empty)
    else request.socket.destroy()
  }
  const view = await read()
  if (!view.ok) throw new Error(view.error)
  const journal: JournalEntry[] = []
  const progress: Progress[] = []
  const plan = planDesign(policies, view.value.live)
  const settings = { record: (entry: JournalEntry) => void journal.push(entry) }
  for await (const one of applyPlan(policies, plan, view.value.live, drivers, settings)) progress.push(one)
  expect(progress.at(-1)).toMatchObject({
    status: 'failed',
    message: expect.stringContaining('does not answer'),
  })
  expect(journal.map(({ status }) => status)).toEqual(['begun'])
})

test('a write that AWS refuses closes the journal: nothing was made', async () => {
  listener = (request, response) => {
    if (request.method === 'GET') response.writeHead(200, { 'content-type': 'text/xml' }).end(empty)
    else response.writeHead(400).end(refusal('TooManyCachePolicies'))
  }
  const view = await read()
  if (!view.ok) throw new Error(view.error)
  const journal: JournalEntry[] = []
  const progress: Progress[] = []
  const plan = planDesign(policies, view.value.live)
  const settings = { record: (entry: JournalEntry) => void journal.push(entry) }
  for await (const one of applyPlan(policies, plan, view.value.live, drivers, settings)) progress.push(one)
  expect(progress.at(-1)?.message).toContain('at its quota')
  expect(journal.map(({ status }) => status)).toEqual(['begun', 'failed'])
})
