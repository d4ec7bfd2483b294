import { expect, test } from 'vitest'
import { HeaderFields } from '#core/http/header-fields.ts'
import type { Json } from '#core/model/field.ts'
import { cloudFrontEvent } from './cloudfront-event.ts'
import type { EdgeEvent, EdgeInput } from './http-message.ts'
import { lambdaEvent } from './lambda-event.ts'
import { languageOf } from './languages.ts'
import { disallowedHeaders, readOnlyHeaders } from './limits.ts'

const fields = (record: Record<string, string | string[]>) => HeaderFields.from(record)
const input = (event: EdgeEvent, more: Partial<EdgeInput> = {}): EdgeInput => ({
  event,
  distributionId: 'EDFDVBD6EXAMPLE',
  distributionDomainName: 'd111111abcdef8.cloudfront.net',
  requestId: 'EXAMPLE==',
  viewerIp: '203.0.113.7',
  request: {
    method: 'GET',
    uri: '/a',
    querystring: 'x=1&y=a&y=b&z',
    headers: fields({ host: 'www.example.com', cookie: 'id=1; id=2; t=a=b' }),
    body: 'hello',
  },
  ...(event.endsWith('response') && {
    response: {
      status: 200,
      statusDescription: 'OK',
      headers: fields({ 'set-cookie': 'a=1; Path=/; Secure', via: '1.1 cdn', 'x-cache': 'Miss' }),
    },
  }),
  includeBody: true,
  ...more,
})
/** The event as a handler gets it, to change. */
// biome-ignore lint/suspicious/noExplicitAny: handlers get untyped events
type Loose = any
const cff = (event: EdgeEvent, change: (loose: Loose) => Json | undefined) => {
  const given = input(event)
  return cloudFrontEvent.fromResult(change(structuredClone(cloudFrontEvent.toEvent(given))), given)
}
const lambda = (event: EdgeEvent, change: (cf: Loose) => Json | undefined, more: Partial<EdgeInput> = {}) => {
  const given = input(event, more)
  const { Records } = structuredClone(lambdaEvent.toEvent(given)) as Loose
  return lambdaEvent.fromResult(change(Records[0].cf), given)
}

test('the CloudFront Functions event has AWS’s shape', () => {
  expect(cloudFrontEvent.toEvent(input('viewer-request'))).toEqual({
    version: '1.0',
    context: {
      distributionDomainName: 'd111111abcdef8.cloudfront.net',
      distributionId: 'EDFDVBD6EXAMPLE',
      eventType: 'viewer-request',
      requestId: 'EXAMPLE==',
    },
    viewer: { ip: '203.0.113.7' },
    request: {
      method: 'GET',
      uri: '/a',
      querystring: {
        x: { value: '1' },
        y: { value: 'a', multiValue: [{ value: 'a' }, { value: 'b' }] },
        z: { value: '' },
      },
      headers: { host: { value: 'www.example.com' } },
      cookies: { id: { value: '1', multiValue: [{ value: '1' }, { value: '2' }] }, t: { value: 'a=b' } },
    },
  })
})

test('a response’s cookies come apart from its headers, and reserved headers stay hidden', () => {
  const { response } = cloudFrontEvent.toEvent(input('viewer-response'))
  expect(response).toEqual({
    statusCode: 200,
    statusDescription: 'OK',
    headers: { via: { value: '1.1 cdn' } },
    cookies: { a: { value: '1', attributes: 'Path=/; Secure' } },
  })
})

test('an event given back unchanged changes nothing', () => {
  const given = input('viewer-request')
  const back = cff('viewer-request', ({ request }) => request)
  expect(back).toMatchObject({ kind: 'request', request: { uri: '/a', querystring: 'x=1&y=a&y=b&z' } })
  expect(back.kind === 'request' && back.request.headers.toRecord()).toEqual({
    host: 'www.example.com',
    cookie: 'id=1; id=2; t=a=b',
  })
  expect(lambda('viewer-request', ({ request }) => request)).toMatchObject({ request: given.request })
})

test('hidden response headers survive a function', () => {
  const back = cff('viewer-response', ({ response }) => response)
  expect(back.kind === 'response' && back.response.headers.toRecord()).toEqual({
    'set-cookie': 'a=1; Path=/; Secure',
    via: '1.1 cdn',
    'x-cache': 'Miss',
  })
})

const refusedByBoth: readonly [string, (request: Loose) => Json | undefined][] = [
  ['nothing', () => undefined],
  ['a string', () => 'no'],
  ['another method', (request) => ({ ...request, method: 'POST' })],
  ['a relative uri', (request) => ({ ...request, uri: 'a' })],
  ['a uri that is no string', (request) => ({ ...request, uri: 1 })],
  ['a huge uri', (request) => ({ ...request, uri: `/${'a'.repeat(8200)}` })],
  ['headers that are no object', (request) => ({ ...request, headers: 'x' })],
]
test.each(refusedByBoth)('%s given back for a request is refused', (_, change) => {
  expect(cff('viewer-request', ({ request }) => change(request)).kind).toBe('refused')
  expect(lambda('viewer-request', ({ request }) => change(request)).kind).toBe('refused')
})

test.each(disallowedHeaders.map((name) => name.replace('*', 'thing')))('“%s” may not be added', (name) => {
  expect(
    cff('viewer-request', ({ request }) => {
      request.headers[name] = { value: '1' }
      return request
    }).kind,
  ).toBe('refused')
  expect(
    lambda('origin-response', ({ response }) => {
      response.headers[name] = [{ key: name, value: '1' }]
      return response
    }).kind,
  ).toBe('refused')
})

const readOnly = Object.entries(readOnlyHeaders).flatMap(([event, names]) =>
  names.map((name) => [event as EdgeEvent, name] as const),
)
test.each(readOnly)('on %s, “%s” may not be changed', (event, name) => {
  const part = event.endsWith('request') ? 'request' : 'response'
  const back = lambda(event, (cf) => {
    cf[part].headers[name] = [{ key: name, value: 'changed' }]
    return cf[part]
  })
  expect(back).toMatchObject({ kind: 'refused', reason: expect.stringContaining(name) })
})

test('the host header may be changed on the origin request only', () => {
  const change = ({ request }: Loose) => {
    request.headers.host = [{ key: 'Host', value: 'other.example.com' }]
    return request
  }
  expect(lambda('origin-request', change).kind).toBe('request')
  expect(lambda('viewer-request', change).kind).toBe('refused')
})

test.each([
  { statusCode: '200' },
  { statusCode: 99 },
  { statusCode: 600 },
  { statusCode: 200, headers: { Location: { value: '/' } } },
  { statusCode: 200, headers: { location: '/' } },
  { statusCode: 200, headers: { location: { value: 1 } } },
  { statusCode: 200, headers: { 'set-cookie': { value: 'a=1' } } },
  { statusCode: 200, cookies: { a: 'x' } },
  { statusCode: 200, body: { encoding: 'hex', data: '' } },
  { statusCode: 200, body: { encoding: 'text', data: 'x'.repeat(41 * 1024) } },
])('the generated response %j is refused', (response) => {
  expect(cff('viewer-request', () => response).kind).toBe('refused')
})

test('a generated response may have cookies and a body', () => {
  const back = cff('viewer-request', () => ({
    statusCode: 200,
    cookies: { a: { value: '1', attributes: 'Secure' } },
    body: { encoding: 'base64', data: 'aGk=' },
  }))
  expect(back).toMatchObject({ response: { status: 200, body: 'hi' } })
  expect(back.kind === 'response' && back.response.headers.all('set-cookie')).toEqual(['a=1; Secure'])
})

test('a changed query string is written anew', () => {
  const back = cff('viewer-request', ({ request }) => ({ ...request, querystring: { a: { value: '1' } } }))
  expect(back).toMatchObject({ request: { querystring: 'a=1' } })
})

test('a body is shown in base64, and cut at 40 KB for viewer and 1 MB for origin events', () => {
  const request = { ...input('viewer-request').request, body: 'x'.repeat(50 * 1024) }
  const shown = (event: EdgeEvent) =>
    (lambdaEvent.toEvent(input(event, { request })) as Loose).Records[0].cf.request.body
  expect(shown('viewer-request')).toMatchObject({
    inputTruncated: true,
    encoding: 'base64',
    action: 'read-only',
  })
  expect(atob(shown('viewer-request').data)).toHaveLength(40 * 1024)
  expect(shown('origin-request').inputTruncated).toBe(false)
})

test('a body is replaced only where the function says so, within its limit', () => {
  const replace = (body: Json) => lambda('viewer-request', ({ request }) => ({ ...request, body }))
  expect(replace({ action: 'replace', encoding: 'text', data: 'new' })).toMatchObject({
    request: { body: 'new' },
  })
  expect(replace({ action: 'read-only', encoding: 'text', data: 'new' })).toMatchObject({
    request: { body: 'hello' },
  })
  expect(replace({ action: 'replace', encoding: 'text', data: 'x'.repeat(41 * 1024) }).kind).toBe('refused')
})

test('Lambda@Edge may not change the status on the viewer response, and may on the origin response', () => {
  const change = ({ response }: Loose) => ({ ...response, status: '302' })
  expect(lambda('viewer-response', change).kind).toBe('refused')
  expect(lambda('origin-response', change)).toMatchObject({ response: { status: 302 } })
})

test('CloudFront-Viewer-Country may not be added on the viewer request', () => {
  const back = lambda('viewer-request', ({ request }) => {
    request.headers['cloudfront-viewer-country'] = [{ key: 'CloudFront-Viewer-Country', value: 'DE' }]
    return request
  })
  expect(back.kind).toBe('refused')
})

const origin = {
  protocol: 'https',
  domainName: 'web.example.com',
  port: 443,
  originPath: '',
  readTimeout: 30,
} as const
const custom = { domainName: 'b.example.com', port: 443, protocol: 'https', path: '/v2', readTimeout: 5 }
test('an origin request may name another origin', () => {
  const back = lambda('origin-request', ({ request }) => ({ ...request, origin: { custom } }), { origin })
  expect(back).toMatchObject({ kind: 'request', origin: { domainName: 'b.example.com', path: '/v2' } })
  expect(lambda('origin-request', ({ request }) => request, { origin })).not.toHaveProperty('origin')
})

test.each([
  { custom, s3: {} },
  {},
  { custom: { ...custom, port: 22 } },
  { custom: { ...custom, domainName: '192.0.2.1' } },
  { custom: { ...custom, path: 'v2' } },
  { custom: { ...custom, protocol: 'ftp' } },
  { custom: { ...custom, readTimeout: 0 } },
  { s3: { domainName: 'b.s3.amazonaws.com', authMethod: 'origin-access-identity' } },
])('the origin %j is refused', (changed) => {
  expect(lambda('origin-request', ({ request }) => ({ ...request, origin: changed }), { origin }).kind).toBe(
    'refused',
  )
})

test('a runtime tells its language', () => {
  expect(['cloudfront-js-1.0', 'nodejs22.x', 'python3.13', 'ruby3.3'].map(languageOf)).toEqual([
    'cloudfront-js-1.0',
    'nodejs',
    'python',
    'other',
  ])
})
