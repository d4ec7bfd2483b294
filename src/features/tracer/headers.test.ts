import { expect, test } from 'vitest'
import { parseHeaderLines } from './headers.ts'

test('several header fields fit on one line, and a value may hold semicolons', () => {
  expect(parseHeaderLines('Accept-Encoding: br; Cookie: a=1; b=2')).toEqual({
    'Accept-Encoding': 'br',
    Cookie: 'a=1; b=2',
  })
  expect(parseHeaderLines('')).toEqual({})
})
