import { expect, test } from 'vitest'
import { Recent } from './recent.ts'

test('what was asked for lately stays, and what was not goes', () => {
  const recent = new Recent<number, string>(10)
  for (let key = 0; key < 100; key += 1) {
    recent.set(key, `value ${key}`)
    expect(recent.get(3)).toBe(key < 3 ? undefined : 'value 3')
  }
  expect(recent.get(50)).toBeUndefined()
  expect(recent.get(99)).toBe('value 99')
})

test('it never holds more than twice its measure', () => {
  const recent = new Recent<number, number>(10)
  for (let key = 0; key < 1000; key += 1) {
    recent.set(key, key)
    recent.get(key - 15)
    expect(recent.size).toBeLessThanOrEqual(20)
  }
})
