import { expect, test } from 'vitest'
import {
  firstDraft,
  parseHeaderLines,
  strayLines,
  toDraft,
  toViewerRequest,
  withUserAgent,
} from './request-draft.ts'

test('header fields stand on lines of their own or on one line, and a value may hold semicolons', () => {
  expect(parseHeaderLines('Accept-Encoding: br; X-A: a=1; b=2\nX-B: https://example.com/;x\nX-B: 2')).toEqual(
    {
      'Accept-Encoding': 'br',
      'X-A': 'a=1; b=2',
      'X-B': ['https://example.com/;x', '2'],
    },
  )
  expect(parseHeaderLines('')).toEqual({})
  expect(strayLines('Accept: a\nnonsense\n\n')).toEqual(['nonsense'])
})

test('a form becomes a request from the country of its point of presence', () => {
  expect(
    toViewerRequest({ ...firstDraft, pop: 'NRT57', cookies: 'a=1', headers: 'Accept: text/html' }),
  ).toEqual({
    method: 'GET',
    url: '/',
    headers: { Accept: 'text/html', Cookie: 'a=1' },
    viewer: { pop: 'NRT57', country: 'JP' },
  })
})

test('a request put into the form and taken out again is the same request', () => {
  const request = {
    method: 'POST',
    url: 'https://www.example.com/a?b=1',
    headers: { Accept: ['text/html', 'text/plain'], Cookie: 'a=1; b=2' },
    body: 'x',
    viewer: { pop: 'GRU1', country: 'AR', ip: '203.0.113.9', httpVersion: '3' as const, tls: 'TLSv1.2:x:y' },
  }
  expect(toViewerRequest(toDraft(request))).toEqual(request)
})

test('another device changes the User-Agent alone', () => {
  const draft = withUserAgent({ ...firstDraft, headers: 'user-agent: old\nAccept: a' }, 'new')
  expect(draft.headers).toBe('User-Agent: new\nAccept: a')
  expect(withUserAgent(draft, '').headers).toBe('Accept: a')
})
