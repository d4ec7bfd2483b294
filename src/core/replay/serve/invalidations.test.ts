import { expect, test } from 'vitest'
import { parseInvalidation, parseInvalidations } from './invalidations.ts'

test('a time without a zone is UTC, whatever the zone of the machine is', () => {
  for (const time of ['2026-01-31T12:00', '2026-01-31 12:00', '2026-01-31T12:00Z', '2026-01-31T13:00+01:00'])
    expect(parseInvalidation(`${time}=/a, /b/*`)).toEqual({
      at: Date.UTC(2026, 0, 31, 12),
      paths: ['/a', '/b/*'],
    })
  expect(parseInvalidation('2026-01-31=*')).toEqual({ at: Date.UTC(2026, 0, 31), paths: ['*'] })
})

test.each([
  ['noon=/a', 'is no invalidation'],
  ['/a', 'is no invalidation'],
  ['2026-01-31=a', 'start with a slash'],
  ['2026-01-31=', 'start with a slash'],
])('“%s” is told to be wrong', (text, reason) => {
  expect(parseInvalidation(text)).toEqual({ error: expect.stringContaining(reason) })
})

test('several are brought into the order of time', () => {
  expect(parseInvalidations(['2026-02-01=/b', '2026-01-01=/a'])).toMatchObject({
    invalidations: [{ paths: ['/a'] }, { paths: ['/b'] }],
  })
  expect(parseInvalidations(['2026-02-01=/b', 'x'])).toHaveProperty('error')
})
