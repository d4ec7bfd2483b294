import { getBuiltinModule } from 'node:process'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createRunner } from './runner.ts'
import { compiledQuickly } from './tiers.ts'

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

test('a function gives the same, and takes as many steps, by either compiler', async () => {
  const code = `function handler(event) {
  var sum = 0
  for (var at = 0; at < 20000; at += 1) sum += at % 7
  event.request.uri = '/' + sum
  return event.request
}`
  const outcomeBy = async (isBrief: boolean) => {
    const runner = createRunner({ isBrief })
    const event = { request: { method: 'GET', uri: '/', querystring: {}, headers: {}, cookies: {} } }
    const outcome = await runner.run({
      language: 'cloudfront-js-2.0',
      code,
      handler: 'handler',
      event,
      now: 0,
    })
    runner.dispose()
    return { value: outcome.value, utilization: outcome.utilization }
  }
  const [brief, long] = [await outcomeBy(true), await outcomeBy(false)]
  expect(brief.value).toMatchObject({ uri: '/59997' })
  expect(brief).toEqual(long)
})
