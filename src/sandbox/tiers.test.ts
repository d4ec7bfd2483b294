import { getBuiltinModule } from 'node:process'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createRunner } from './runner.ts'
import { compiledQuickly, Work } from './tiers.ts'

test('the flags of the compiler are set back, whatever comes of the compiling', async () => {
  const set = vi.spyOn(getBuiltinModule('node:v8'), 'setFlagsFromString')
  onTestFinished(() => set.mockRestore())
  const failing = compiledQuickly(() => Promise.reject(new Error('no engine')))
  const off = set.mock.calls.flat()
  await expect(failing).rejects.toThrow('no engine')
  const on = set.mock.calls.flat().slice(off.length)
  expect(off).toEqual(['--no-wasm-tier-up', '--no-wasm-dynamic-tiering', '--no-wasm-lazy-compilation'])
  expect(on).toEqual(off.map((flag) => flag.replace('--no-', '--')))
})

test('the optimizing compiler is asked once, after as much work as it costs', () => {
  const work = new Work()
  const turns = Array.from({ length: 30_000 }, () => work.add(0))
  expect(turns.indexOf(true)).toBe(24_999)
  expect(turns.filter(Boolean)).toHaveLength(1)
  expect(work.isEnough).toBe(true)
})

test('a function gives the same, and takes as many steps, once another engine has taken over', async () => {
  const code = `function handler(event) {
  var sum = 0
  for (var at = 0; at < 200000; at += 1) sum += at % 7
  event.request.uri = '/' + sum
  return event.request
}`
  const runner = createRunner()
  const event = { request: { method: 'GET', uri: '/', querystring: {}, headers: {}, cookies: {} } }
  const outcomes: unknown[] = []
  for (let at = 0; at < 100; at += 1) {
    const { value, utilization } = await runner.run({
      language: 'cloudfront-js-2.0',
      code,
      handler: 'handler',
      event,
      now: 0,
    })
    outcomes.push({ value, utilization })
  }
  expect(outcomes[0]).toMatchObject({ value: { uri: '/599994' } })
  expect(new Set(outcomes.map((one) => JSON.stringify(one))).size).toBe(1)
})
