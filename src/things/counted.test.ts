import { expect, test } from 'vitest'
import { counted } from './counted.ts'

test('one is one and everything else is many', () => {
  expect(counted(1, 'thing')).toBe('1 thing')
  expect(counted(0, 'thing')).toBe('0 things')
  expect(counted(2, 'copy', 'copies')).toBe('2 copies')
})
