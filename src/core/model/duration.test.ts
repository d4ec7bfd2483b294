import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatSeconds, parseSeconds } from './duration.ts'

test('durations read as they were written', () => {
  expect(formatSeconds(93_600)).toBe('1d 2h')
  expect(parseSeconds('1d 2h')).toBe(93_600)
  expect(parseSeconds('15m')).toBe(900)
  expect(parseSeconds('soon')).toBeUndefined()
  fc.assert(fc.property(fc.nat(), (seconds) => parseSeconds(formatSeconds(seconds)) === seconds))
})
