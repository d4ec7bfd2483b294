import { expect, test } from 'vitest'
import { once } from './once.ts'

test('what is made once is made when it is first asked for, also where it is undefined', () => {
  let times = 0
  const made = once((): undefined => {
    times += 1
  })
  expect(times).toBe(0)
  expect([made(), made(), times]).toEqual([undefined, undefined, 1])
})
