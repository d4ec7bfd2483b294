import { expect, test } from 'vitest'
import { harHosts, parseHar, recordedRules } from './har.ts'
import { parseResponseText } from './recorded-response.ts'

const exchange = (url: string, status: number, more: object = {}) => ({
  request: {
    method: 'GET',
    url,
    httpVersion: 'h2',
    headers: [
      { name: ':authority', value: 'www.example.com' },
      { name: 'accept', value: 'text/html' },
    ],
    ...more,
  },
  response: {
    status,
    headers: [
      { name: 'Cache-Control', value: 'max-age=60' },
      { name: 'X-Cache', value: 'Hit from cloudfront' },
      { name: 'Set-Cookie', value: 'a=1' },
      { name: 'set-cookie', value: 'b=2' },
    ],
    content: { size: 12, text: '<p>hello</p>' },
  },
})
const har = (...entries: object[]) => JSON.stringify({ log: { version: '1.2', entries } })
const read = (text: string) => {
  const parsed = parseHar(text)
  if (!parsed.ok) throw new Error(parsed.error)
  return parsed.value
}

test('each exchange of a HAR file is a request and what was answered', () => {
  expect(read(har(exchange('https://www.example.com/a?b=1#top', 200)))).toEqual([
    {
      request: {
        method: 'GET',
        url: 'https://www.example.com/a?b=1',
        headers: { accept: 'text/html' },
        viewer: { httpVersion: '2' },
      },
      response: {
        status: 200,
        headers: { 'Cache-Control': 'max-age=60', 'Set-Cookie': ['a=1', 'b=2'] },
        body: '<p>hello</p>',
      },
    },
  ])
})

test('what was blocked or is no HTTP is left out', () => {
  const entries = read(
    har(
      exchange('https://www.example.com/', 200),
      exchange('https://www.example.com/blocked', 0),
      exchange('data:text/plain,x', 200),
    ),
  )
  expect(entries.map(({ request }) => request.url)).toEqual(['https://www.example.com/'])
})

test('the recording becomes rules, those with a query string first', () => {
  const entries = read(
    har(
      exchange('https://www.example.com/a', 200),
      exchange('https://www.example.com/a?page=2', 404),
      exchange('https://www.example.com/a', 304),
      exchange('https://cdn.example.org/x.js', 200),
    ),
  )
  expect(harHosts(entries)).toEqual(['www.example.com', 'cdn.example.org'])
  expect(
    recordedRules(entries).map(({ match, response }) => [match?.path, match?.query, response?.status]),
  ).toEqual([
    ['/a', 'page=2', 404],
    ['/a', undefined, 200],
    ['/x.js', undefined, 200],
  ])
})

test('a file that is no HAR says so', () => {
  expect(parseHar('{}')).toEqual({ ok: false, error: 'This is no HAR file: it has no “log” with “entries”.' })
  expect(parseHar('x')).toMatchObject({ ok: false })
  expect(parseHar(har())).toEqual({
    ok: false,
    error: 'The HAR file holds no exchange over HTTP that was answered.',
  })
})

test('the last response that curl -i printed is taken, without what CloudFront added', () => {
  expect(
    parseResponseText(
      'HTTP/1.1 301 Moved\r\nLocation: /b\r\n\r\nHTTP/2 200 \r\ncontent-type: text/html\r\nx-cache: Miss from cloudfront\r\n\r\n<p>\r\n\r\n</p>',
    ),
  ).toEqual({
    ok: true,
    value: { status: 200, headers: { 'content-type': 'text/html' }, body: '<p>\n\n</p>' },
  })
  expect(parseResponseText('HTTP/2 200\ncontent-length: 7')).toEqual({
    ok: true,
    value: { status: 200, headers: {}, bodySize: 7 },
  })
})

test('a text that is no response is told so', () => {
  expect(parseResponseText('hello')).toMatchObject({ ok: false })
  expect(parseResponseText('HTTP/2 200\nnonsense')).toEqual({
    ok: false,
    error: '“nonsense” is no header; write it as “Name: value”.',
  })
})
