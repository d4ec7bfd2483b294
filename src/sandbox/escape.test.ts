import { existsSync } from 'node:fs'
import { hostname } from 'node:os'
import { afterAll, expect, test } from 'vitest'
import type { FunctionRun } from '#core/edge/runner.ts'
import { endless, prying, refusedInFunctions } from './attacks.ts'
import { createRunner } from './runner.ts'

const runner = createRunner()
afterAll(() => runner.dispose())
const limit = 200
const run = (code: string, language: FunctionRun['language'] = 'nodejs') =>
  runner.run({ language, code, handler: 'handler', event: {}, now: 0, timeoutMs: limit })
const handler = (body: string) => `exports.handler = async (event, context, callback) => { ${body} }`

test.each(endless)('$what ends in an error within the limit, and the host goes on', async ({ body }) => {
  // Processor time, since others may have the machine meanwhile; even that doubles where they crowd its caches. What
  // never ends runs into the test's own limit.
  const before = process.cpuUsage()
  const outcome = await run(handler(body))
  const { user, system } = process.cpuUsage(before)
  expect(outcome.ok).toBe(false)
  expect(outcome.error?.message).not.toBe('')
  expect((user + system) / 1000).toBeLessThan(limit * 30)
  expect((await run(handler('return 1'))).value).toBe(1)
})

test.each(refusedInFunctions)('CloudFront Functions refuse %s', async (_, code) => {
  for (const language of ['cloudfront-js-1.0', 'cloudfront-js-2.0'] as const)
    expect((await run(code, language)).ok).toBe(false)
})

/** What only the host has: none of it may be in what a run gives back. */
const canary = `frontage-canary-${process.pid}-${Math.random()}`
const marks = [
  canary,
  process.cwd(),
  `pid:${process.pid}`,
  `pid:${process.ppid}`,
  JSON.stringify(hostname()),
  'root:',
  'listens',
]
const hostNames = () =>
  JSON.stringify([
    Reflect.ownKeys(globalThis).map(String).sort(),
    ...[Object, Array, Promise, Function, String].map((one) => Reflect.ownKeys(one.prototype).map(String)),
    Reflect.ownKeys(JSON).map(String),
    process.eventNames().map(String),
  ])

test.each(prying)('by $what a function finds nothing of the host’s', async ({ what, body }) => {
  process.env['FRONTAGE_CANARY'] = canary
  const host = { hostCanary: { canary, touched: 0 } }
  Object.assign(globalThis, host)
  const before = hostNames()
  const outcome = await run(handler(body))
  // What the host says of its own time differs from run to run, and the error's place is the function's.
  const told = JSON.stringify([outcome.value, outcome.logs, outcome.error, outcome.limit])
  expect(
    marks.filter((mark) => told.includes(mark)),
    what,
  ).toEqual([])
  expect(told).not.toContain('"object"')
  if (!outcome.ok) expect(outcome.error?.message, what).toEqual(expect.any(String))
  if (outcome.value !== undefined) expect(JSON.parse(JSON.stringify(outcome.value))).toEqual(outcome.value)
  expect(hostNames(), what).toBe(before)
  expect([host.hostCanary.touched, 'polluted' in {}, existsSync('frontage-canary.txt')]).toEqual([
    0,
    false,
    false,
  ])
  expect((await run('exports.handler = async () => [1].map((one) => ({ one }))')).value).toEqual([{ one: 1 }])
})

test('a run that finds what is the host’s is noticed', () => {
  // The marks are there to be found from outside of the engine.
  process.env['FRONTAGE_CANARY'] = canary
  expect(
    marks.filter((mark) => JSON.stringify([process.env, process.cwd()]).includes(mark)).length,
  ).toBeGreaterThan(1)
})

test('there are as many attacks as were promised, each by its own way', () => {
  const bodies = [...endless, ...prying].map(({ body }) => body)
  const all = [...bodies, ...refusedInFunctions.map(([, code]) => code)]
  expect(new Set(all).size).toBe(all.length)
  expect(all.length).toBeGreaterThanOrEqual(170)
})

test('a run leaves nothing behind for the next', async () => {
  const code =
    'Object.prototype.seen = (Object.prototype.seen || 0) + 1; var n = 0; exports.handler = async () => [++n, ({}).seen]'
  expect((await run(code)).value).toEqual([1, 1])
  expect((await run(code)).value).toEqual([1, 1])
})

test('CloudFront Functions evaluate no code, by any way to a constructor', async () => {
  const code = "function handler() { return [].map.constructor('return 1')() }"
  expect((await run(code, 'cloudfront-js-2.0')).ok).toBe(false)
})
