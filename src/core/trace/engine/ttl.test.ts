import { expect, test } from 'vitest'
import { parseCacheControl } from '#core/http/cache-control.ts'
import { HeaderFields } from '#core/http/header-fields.ts'
import { decideErrorTtl, decideTtl } from './ttl.ts'

const now = Date.UTC(2026, 0, 1)
const in100 = new Date(now + 100_000).toUTCString()
const settings = (min: number, fallback = 50, max = 500) => ({
  min,
  default: Math.max(min, fallback),
  max,
  disabled: false,
  path: [],
})
const decide = (headers: Record<string, string>, min: number) => {
  const fields = HeaderFields.from(headers)
  const { store, seconds } = decideTtl(
    parseCacheControl(fields.combined('cache-control')),
    fields,
    200,
    settings(min),
    now,
    false,
  )
  return store ? seconds : null
}

test.each([
  [{ 'Cache-Control': 'max-age=100' }, 100, 100],
  [{ 'Cache-Control': 'max-age=10' }, 10, 60],
  [{ 'Cache-Control': 'max-age=9000' }, 500, 500],
  [{ 'Cache-Control': 'max-age=10, s-maxage=200' }, 200, 200],
  [{ Expires: in100 }, 100, 100],
  [{ Expires: '0' }, 0, 60],
  [{ Expires: in100, 'Cache-Control': 'max-age=70' }, 70, 70],
  [{}, 50, 60],
  [{ 'Cache-Control': 'no-store' }, null, 60],
  [{ 'Cache-Control': 'private, max-age=100' }, null, 60],
  [{ 'Cache-Control': 'no-cache, max-age=100' }, 0, 60],
  [{ 'Cache-Control': 'max-age=0' }, 0, 60],
  [{ 'Cache-Control': 'max-age=many' }, 0, 60],
  [{ 'Last-Modified': 'Mon, 01 Jan 2024 00:00:00 GMT' }, 50, 60],
  [{ Vary: '*', 'Cache-Control': 'max-age=100' }, null, 100],
  [{ 'Cache-Control': 'max-age=100', Age: '30' }, 70, 70],
])('%j is kept for %s s with a minimum TTL of 0, and %s s with 60', (headers, zero, sixty) => {
  expect([decide(headers, 0), decide(headers, 60)]).toEqual([zero, sixty])
})

const decideError = (status: number, headers: Record<string, string>, configured?: number) => {
  const fields = HeaderFields.from(headers)
  const { store, seconds } = decideErrorTtl(
    parseCacheControl(fields.combined('cache-control')),
    fields,
    status,
    settings(0),
    now,
    configured,
  )
  return store ? seconds : null
}

test.each([
  [404, {}, undefined, 10],
  [503, {}, 0, 0],
  [403, {}, undefined, null],
  [403, { 'Cache-Control': 'max-age=20' }, undefined, 20],
  [403, { Expires: in100 }, undefined, null],
  [403, {}, 30, null],
  [403, { 'Cache-Control': 'max-age=20, no-store' }, undefined, null],
  [429, { 'Cache-Control': 'max-age=20' }, undefined, null],
  [599, { 'Cache-Control': 'max-age=20' }, undefined, null],
  [416, { 'Cache-Control': 'max-age=20' }, undefined, null],
  [500, { 'Cache-Control': 'max-age=9000' }, undefined, 500],
  [404, { Expires: in100 }, 5, 100],
])('a %i with %j and %j is kept for %s s', (status, headers, configured, seconds) => {
  expect(decideError(status, headers, configured)).toBe(seconds)
})
