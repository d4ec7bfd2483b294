import { expect, test } from 'vitest'
import { HeaderFields } from '#core/http/header-fields.ts'
import type { JsonObject } from '#core/model/field.ts'
import { cloudFrontEvent } from './cloudfront-event.ts'
import type { EdgeEvent, EdgeInput } from './http-message.ts'
import { lambdaEvent } from './lambda-event.ts'
import { bodyLimits } from './limits.ts'
import { readEvent } from './read-event.ts'

const input = (event: EdgeEvent, more: Partial<EdgeInput> = {}): EdgeInput => ({
  event,
  distributionId: 'EDFDVBD6EXAMPLE',
  distributionDomainName: 'd111111abcdef8.cloudfront.net',
  requestId: 'EXAMPLE==',
  viewerIp: '203.0.113.7',
  includeBody: false,
  request: {
    method: 'POST',
    uri: '/a',
    querystring: 'a=1&b=2',
    headers: HeaderFields.from({ host: 'example.com', accept: ['a', 'b'], cookie: 'c=1; d=2' }),
    body: '',
  },
  ...(event.endsWith('response') && {
    response: {
      status: 404,
      statusDescription: 'Not Found',
      headers: HeaderFields.from({ 'x-a': '1', 'set-cookie': ['c=1; Path=/', 'd=2'] }),
    },
  }),
  ...more,
})
const plain = (value: EdgeInput) => ({
  ...value,
  request: { ...value.request, headers: value.request.headers.toRecord() },
  ...(value.response && { response: { ...value.response, headers: value.response.headers.toRecord() } }),
})

test.each(['viewer-request', 'viewer-response'] as const)(
  'an event of CloudFront Functions on %s reads back as its message',
  (event) => {
    const read = readEvent('cloudfront-function', cloudFrontEvent.toEvent(input(event)))
    expect(read.ok && plain(read.value)).toEqual(plain(input(event)))
  },
)

test.each(['viewer-request', 'origin-request', 'origin-response', 'viewer-response'] as const)(
  'an event of Lambda@Edge on %s reads back as its message',
  (event) => {
    const origin = {
      protocol: 'https',
      domainName: 'o.example.com',
      port: 8443,
      originPath: '/x',
      readTimeout: 20,
      customHeaders: [['x-key', '1']],
    } as const
    const given = input(event, event.startsWith('origin') ? { origin } : {})
    const read = readEvent('lambda@edge', lambdaEvent.toEvent(given))
    expect(read.ok && plain(read.value)).toEqual(plain(given))
  },
)

test('a body comes back from base64', () => {
  const given = input('viewer-request', {
    includeBody: true,
    request: { ...input('viewer-request').request, body: 'größe' },
  })
  const read = readEvent('lambda@edge', lambdaEvent.toEvent(given))
  expect(read.ok && read.value.request.body).toBe('größe')
})

test('what a person leaves out has a default, as in the test events of AWS', () => {
  const read = readEvent('cloudfront-function', { version: '1.0', request: { uri: '/' } })
  expect(read).toMatchObject({ ok: true, value: { event: 'viewer-request', request: { method: 'GET' } } })
})

test.each([
  ['cloudfront-function', []],
  ['cloudfront-function', { request: 1 }],
  ['cloudfront-function', { request: {}, context: { eventType: 'origin-request-x' } }],
  ['cloudfront-function', { request: { headers: { a: '1' } } }],
  ['lambda@edge', { Records: [] }],
  ['lambda@edge', { Records: [{ cf: { request: { body: { data: '*' } } } }] }],
] as const)('an event of %s that is none is told in a sentence: %j', (type, event) => {
  const read = readEvent(type, event)
  expect(read.ok ? '' : read.error).toMatch(/\.$/)
})

test('CloudFront Functions see no body', () => {
  const event = cloudFrontEvent.toEvent(
    input('viewer-request', {
      includeBody: true,
      request: { ...input('viewer-request').request, body: 'x' },
    }),
  )
  expect((event['request'] as JsonObject)['body']).toBeUndefined()
})

test.each([
  ['CloudFront Functions', cloudFrontEvent],
  ['Lambda@Edge', lambdaEvent],
] as const)('the URI and query string of %s have to stay under 8,192 characters', (_, events) => {
  const given = input('viewer-request')
  const event = events.toEvent(given)
  const records = event['Records'] as readonly { cf: { request: JsonObject } }[] | undefined
  const request = records?.[0]?.cf.request ?? (event['request'] as JsonObject)
  const ofLength = (length: number) => ({ ...request, uri: `/${'x'.repeat(length - 1 - 'a=1&b=2'.length)}` })
  expect(events.fromResult(ofLength(bodyLimits.uri - 1), given).kind).toBe('request')
  expect(events.fromResult(ofLength(bodyLimits.uri), given).kind).toBe('refused')
})
