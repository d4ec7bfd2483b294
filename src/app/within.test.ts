import { expect, test } from 'vitest'
import { within } from './within.ts'

test('an answer in time is given, one that never comes is not waited for', async () => {
  expect(await within(60_000, Promise.resolve('here'))).toBe('here')
  expect(await within(1, new Promise(() => {}))).toBeUndefined()
})

test('a failure in time stays a failure', async () => {
  await expect(within(60_000, Promise.reject(new Error('no')))).rejects.toThrow('no')
})
