import { expect, test } from 'vitest'
import { changesOf, expectationOf } from './changes.ts'
import { emptyForm, eventOfForm } from './event-form.ts'

const event = eventOfForm({ ...emptyForm, path: '/a?x=1' }, 'cloudfront-function')
const { request } = event as { request: { uri: string; headers: object } }

test('a rewritten path and a new header are two changes', () => {
  const output = {
    request: { ...request, uri: '/b', headers: { ...request.headers, 'x-a': { value: '1' } } },
  }
  expect(changesOf(event, output)).toEqual([
    { label: 'uri', before: '/a', after: '/b' },
    { label: 'headers › x-a', before: undefined, after: '1' },
  ])
  expect(expectationOf(event, output)).toEqual({
    output: { request: { uri: '/b', headers: { 'x-a': { value: '1' } } } },
    error: null,
  })
})

test('a removed header is told with what it was, and expected to be absent', () => {
  const { accept: _accept, ...headers } = request.headers as Record<string, { value: string }>
  const output = { request: { ...request, headers } }
  expect(changesOf(event, output)).toEqual([{ label: 'headers › accept', before: '*/*', after: undefined }])
  expect(expectationOf(event, output)['output']).toEqual({ request: { headers: { accept: null } } })
})

test('a generated response is new as a whole', () => {
  expect(changesOf(event, { response: { statusCode: 302 } })).toEqual([
    { label: 'statusCode', before: undefined, after: '302' },
  ])
})

test('the headers of Lambda@Edge are compared by value', () => {
  const lambda = eventOfForm({ ...emptyForm, event: 'origin-request' }, 'lambda@edge') as {
    Records: { cf: { request: { headers: object } } }[]
  }
  const { request: before } = lambda.Records[0]?.cf ?? { request: { headers: {} } }
  const output = {
    request: { ...before, headers: { ...before.headers, accept: [{ key: 'Accept', value: 'x' }] } },
  }
  expect(changesOf(lambda as never, output)).toEqual([
    { label: 'headers › accept', before: '*/*', after: 'x' },
  ])
})

test('an event on a response holds both messages', () => {
  const made = eventOfForm({ ...emptyForm, event: 'viewer-response', status: '404' }, 'cloudfront-function')
  expect(made).toMatchObject({ context: { eventType: 'viewer-response' }, response: { statusCode: 404 } })
})
