import { createHmac } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { cloudFrontEvent } from '#core/edge/cloudfront-event.ts'
import type { FunctionExample } from '#core/edge/examples/example.ts'
import { functionExamples } from '#core/edge/examples/index.ts'
import { normalizeKey, securityHeaders, tokenCheck } from '#core/edge/examples/protection.ts'
import {
  originByCountry,
  redirect,
  redirectMap,
  singlePageApp,
  splitTest,
} from '#core/edge/examples/routing.ts'
import type { EdgeInput, EdgeOutput } from '#core/edge/http-message.ts'
import { lambdaEvent } from '#core/edge/lambda-event.ts'
import { checkRestrictions } from '#core/edge/restrictions.ts'
import { HeaderFields } from '#core/http/header-fields.ts'
import { createRunner } from './runner.ts'

const runner = createRunner()
afterAll(() => runner.dispose())
const now = Date.UTC(2026, 0, 1)

interface Asked {
  readonly uri?: string
  readonly query?: string
  readonly headers?: Record<string, string>
  readonly store?: Record<string, string>
}
async function ask(
  example: FunctionExample,
  { uri = '/', query = '', headers = {}, store }: Asked,
): Promise<EdgeOutput> {
  const input: EdgeInput = {
    event: example.event,
    distributionId: 'EDFDVBD6EXAMPLE',
    distributionDomainName: 'd111111abcdef8.cloudfront.net',
    requestId: 'EXAMPLE==',
    viewerIp: '203.0.113.7',
    request: { method: 'GET', uri, querystring: query, headers: HeaderFields.from(headers), body: '' },
    ...(example.event.endsWith('response') && {
      response: { status: 200, statusDescription: 'OK', headers: HeaderFields.empty() },
    }),
    ...(example.event.startsWith('origin') && {
      origin: {
        protocol: 'https',
        domainName: 'web.example.com',
        port: 443,
        originPath: '',
        readTimeout: 30,
      },
    }),
    includeBody: false,
  }
  const events = example.runtime === 'nodejs22.x' ? lambdaEvent : cloudFrontEvent
  const outcome = await runner.run({
    language: example.runtime === 'nodejs22.x' ? 'nodejs' : example.runtime,
    code: example.code,
    handler: 'index.handler',
    event: events.toEvent(input),
    now,
    ...(store && { keyValueStores: { store } }),
  })
  expect(outcome.error).toBeUndefined()
  return events.fromResult(outcome.value, input)
}

test.each(functionExamples.filter(({ runtime }) => runtime === 'cloudfront-js-2.0'))(
  'CloudFront takes the code of “$title”',
  ({ code }) => expect(checkRestrictions(code, 'cloudfront-js-2.0')).toEqual([]),
)

test('a moved page is redirected, another goes on', async () => {
  expect(await ask(redirect, { uri: '/old' })).toMatchObject({ response: { status: 301 } })
  expect(await ask(redirect, { uri: '/x' })).toMatchObject({ request: { uri: '/x' } })
})

test('a path without a file gets the app shell', async () => {
  expect(await ask(singlePageApp, { uri: '/user/7' })).toMatchObject({ request: { uri: '/index.html' } })
  expect(await ask(singlePageApp, { uri: '/app.js' })).toMatchObject({ request: { uri: '/app.js' } })
})

test('every response gets the security headers', async () => {
  const back = await ask(securityHeaders, {})
  expect(back.kind === 'response' && back.response.headers.first('x-content-type-options')).toBe('nosniff')
})

test('a viewer stays in the group of its cookie', async () => {
  expect(await ask(splitTest, { uri: '/p', headers: { cookie: 'group=b' } })).toMatchObject({
    request: { uri: '/b/p' },
  })
  expect(await ask(splitTest, { uri: '/p', headers: { cookie: 'group=a' } })).toMatchObject({
    request: { uri: '/p' },
  })
})

const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
function token(payload: object, secret: string): string {
  const signed = `${base64url({ alg: 'HS256' })}.${base64url(payload)}`
  return `Bearer ${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}
test('only an unexpired token with the right signature gets through', async () => {
  const store = { 'jwt.secret': 'example' }
  const later = { exp: now / 1000 + 60 }
  const good = { authorization: token(later, 'example') }
  expect((await ask(tokenCheck, { store, headers: good })).kind).toBe('request')
  for (const headers of [
    {},
    { authorization: token(later, 'other') },
    { authorization: token({ exp: 1 }, 'example') },
  ])
    expect(await ask(tokenCheck, { store, headers })).toMatchObject({ response: { status: 401 } })
})

test('the redirect map answers what it knows', async () => {
  const store = { '/old': '/new' }
  const back = await ask(redirectMap, { uri: '/old', store })
  expect(back.kind === 'response' && back.response.headers.first('location')).toBe('/new')
  expect((await ask(redirectMap, { uri: '/x', store })).kind).toBe('request')
})

test('equal pages get one query string', async () => {
  expect(await ask(normalizeKey, { query: 'b=2&utm_source=x&a=1' })).toMatchObject({
    request: { querystring: 'a=1&b=2' },
  })
})

test('a viewer from Germany is sent to the European origin', async () => {
  const back = await ask(originByCountry, {
    headers: { 'cloudfront-viewer-country': 'DE', host: 'web.example.com' },
  })
  expect(back).toMatchObject({ kind: 'request', origin: { domainName: 'eu.example.com' } })
})
