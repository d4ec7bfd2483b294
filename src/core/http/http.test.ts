import { expect, test } from 'vitest'
import { normalizeAcceptEncoding } from './accept-encoding.ts'
import { bodyOf, bodyText, sliceBody } from './body.ts'
import { parseCacheControl } from './cache-control.ts'
import { allowsRange, isNotModified } from './conditional.ts'
import { cookiePairs, cookieText } from './cookies.ts'
import { formatHttpDate, parseHttpDate } from './dates.ts'
import { HeaderFields } from './header-fields.ts'
import { filterQuery, queryValue } from './query-string.ts'
import { parseRange } from './ranges.ts'
import { normalizePath, parseRequestUrl } from './url.ts'

test('header fields keep their order, take any case and join lists', () => {
  const fields = HeaderFields.from({ 'X-A': ['1', '2'], 'x-b': '3' })
  expect(fields.combined('x-a')).toBe('1, 2')
  expect(fields.set('x-a', '9').toRecord()).toEqual({ 'x-a': '9', 'x-b': '3' })
  expect([fields.delete('x-a'), fields.has('x-a'), fields.names()]).toEqual([true, false, ['x-b']])
})

test('Cache-Control directives are read with quotes, odd spacing and the first of several', () => {
  const control = parseCacheControl('Max-Age="60", max-age=5, no-cache="Set-Cookie, X-A" ,must-revalidate')
  expect(control).toMatchObject({
    maxAge: 60,
    noCache: false,
    noCacheFields: ['set-cookie', 'x-a'],
    mustRevalidate: true,
  })
  expect(parseCacheControl('max-age=-5').maxAge).toBeNaN()
})

test.each([
  ['Sun, 06 Nov 1994 08:49:37 GMT', 784111777000],
  ['Sunday, 06-Nov-94 08:49:37 GMT', 784111777000],
  ['Sun Nov  6 08:49:37 1994', 784111777000],
  ['Sun, 06 Nov 1994 08:49:37 UTC', null],
  ['0', null],
])('the date “%s” is %s', (text, milliseconds) => {
  expect(parseHttpDate(text)).toBe(milliseconds)
})

test('a date is written as it is read', () => {
  expect(parseHttpDate(formatHttpDate(784111777999))).toBe(784111777000)
})

test('conditions: If-None-Match is weak and before If-Modified-Since, If-Range is strong', () => {
  const validators = { etag: 'W/"1"', lastModified: 'Sun, 06 Nov 1994 08:49:37 GMT' }
  const on = (headers: Record<string, string>) => HeaderFields.from(headers)
  expect(isNotModified(on({ 'If-None-Match': '"0", "1"' }), validators)).toBe(true)
  expect(
    isNotModified(on({ 'If-None-Match': '"0"', 'If-Modified-Since': validators.lastModified }), validators),
  ).toBe(false)
  expect(isNotModified(on({ 'If-Modified-Since': validators.lastModified }), validators)).toBe(true)
  expect(allowsRange(on({ 'If-Range': 'W/"1"' }), validators)).toBe(false)
})

test.each([
  ['bytes=0-3', [{ start: 0, end: 3 }]],
  ['bytes=5-', [{ start: 5, end: 9 }]],
  ['bytes=-4', [{ start: 6, end: 9 }]],
  ['bytes=8-20', [{ start: 8, end: 9 }]],
  ['bytes=10-', 'unsatisfiable'],
  ['bytes=4-2', 'none'],
  ['items=0-1', 'none'],
  ['bytes=', 'none'],
])('the range “%s” of ten bytes', (field, ranges) => {
  expect(parseRange(field, 10)).toEqual(ranges)
})

test('a range is cut by bytes, not by characters', () => {
  expect(bodyText(sliceBody(bodyOf('äbc'), 2, 3))).toBe('bc')
})

test.each([
  ['gzip, br', 'br,gzip'],
  ['gzip;q=0, br;q=0.5', 'br'],
  ['*', 'br,gzip'],
  ['deflate', null],
])('Accept-Encoding “%s” becomes %s', (field, value) => {
  expect(normalizeAcceptEncoding(field, { gzip: true, brotli: true })).toBe(value)
})

test('query strings and cookies are filtered as they were sent', () => {
  expect(filterQuery('b=2&a=1&b=3&c', (name) => name !== 'a')).toBe('b=2&b=3&c')
  expect(queryValue('a=%20x&a=2', 'a')).toBe(' x')
  expect(cookieText(cookiePairs(['a=1; b="x=y"', 'c']))).toBe('a=1; b="x=y"; c=')
})

test('the copy of a path for patterns is normalised as RFC 3986 says, with runs of slashes as one', () => {
  expect(normalizePath('/a/./b/../%7euser/%2f//x')).toBe('/a/~user/%2F/x')
  expect(normalizePath('//a/b/..')).toBe('/a/')
  expect(normalizePath('')).toBe('/')
  expect(normalizePath('/ä b')).toBe('/%C3%A4%20b')
})

test.each(['ftp://x/', 'https://', 'https://exa mple/', 'x'])('“%s” is no URL', (text) => {
  expect(parseRequestUrl(text, 'd.cloudfront.net').ok).toBe(false)
})

test('a URL falls into protocol, host, path and query', () => {
  expect(parseRequestUrl('HTTP://Example.com:8080?x=1#y', 'd')).toEqual({
    ok: true,
    value: { protocol: 'http', host: 'example.com', path: '/', query: 'x=1' },
  })
})
