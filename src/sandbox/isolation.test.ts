/** Nothing of one run reaches another, and no outcome depends on how busy the machine is. */
import { Worker } from 'node:worker_threads'
import { afterAll, expect, test } from 'vitest'
import type { FunctionRun } from '#core/edge/runner.ts'
import { createRunner } from './runner.ts'

const runner = createRunner()
afterAll(() => runner.dispose())
const run = (code: string, more: Partial<FunctionRun> = {}) =>
  runner.run({ language: 'nodejs', code, handler: 'index.handler', event: {}, now: 0, ...more })

test('a late callback of one run answers no other, nor logs there', async () => {
  const code = `exports.handler = (event, context, callback) => {
  callback(null, { from: event.who })
  let left = 1000
  const later = () => { if (left-- > 0) Promise.resolve().then(later); else { console.log('late ' + event.who); callback(null, { late: event.who }) } }
  later()
  setTimeout(() => callback(null, { timer: event.who }), 1)
}`
  const first = await run(code, { event: { who: 'alice' } })
  const second = await run(code, { event: { who: 'bob' } })
  expect([first.value, second.value]).toEqual([{ from: 'alice' }, { from: 'bob' }])
  expect([...first.logs, ...second.logs]).toEqual([])
})

const marks: readonly (readonly [what: string, expression: string])[] = [
  ['the functions', '(function () {})'],
  ['the async functions', '(async () => {})'],
  ['the generators', '(function* () {})'],
  ['the async generators', '(async function* () {})'],
  ['what an async generator gives', '(async function* () {})()'],
  ['what a generator gives', '(function* () {})()'],
  ['the iterators of lists', '[][Symbol.iterator]()'],
  ['the iterators of maps', 'new Map().keys()'],
  ['the iterators of texts', "''[Symbol.iterator]()"],
  ['the matches', "'a'.matchAll(/a/g)"],
  ['the iterators of Iterator', 'Iterator.from([1]).map((x) => x)'],
  ['the promises', 'Promise.resolve()'],
  ['the errors', "new TypeError('')"],
  ['the buffers', 'Buffer.alloc(1)'],
  ['the typed arrays', 'new Uint8Array(1)'],
  ['the addresses', "new URL('https://example.com/')"],
  ['the streams', "new (require('stream').Readable)()"],
  ['the emitters', "new (require('events'))()"],
  ['the headers', 'new Headers()'],
  ['the keys', "require('crypto').createHash('md5')"],
]
test.each(marks)('%s cannot be marked for the next run', async (_, expression) => {
  // The names are put together, as code does that means to hide it.
  const code = `exports.handler = async () => {
  const up = Reflect['getProto' + 'typeOf'](${expression})
  try { up.n = (up.n || 0) + 1 } catch (e) { return 0 }
  return up.n || 0
}`
  const seen = [await run(code), await run(code), await run(code)].map(({ value, error }) => error ?? value)
  expect(new Set(seen).size).toBe(1)
})

test('a module that a run changes is whole for the next', async () => {
  const code = `const util = require('util'); exports.handler = async () => { util.n = (util.n || 0) + 1; return util.n }`
  expect([(await run(code)).value, (await run(code)).value]).toEqual([1, 1])
})

const busyCode: readonly (readonly [what: string, code: string, more: Partial<FunctionRun>])[] = [
  [
    'a loop that just fits',
    'exports.handler = async () => { let n = 0; for (let i = 0; i < 2e5; i++) n += i; return n }',
    { timeoutMs: 20 },
  ],
  [
    'a loop that is too long',
    'exports.handler = async () => { for (let i = 0; i < 1e9; i++); return 1 }',
    { timeoutMs: 20 },
  ],
  [
    'a timer within the time',
    'exports.handler = (e, c, back) => setTimeout(() => back(null, c.getRemainingTimeInMillis()), 900)',
    { timeoutMs: 1000 },
  ],
  [
    'a timer past the time',
    'exports.handler = (e, c, back) => setTimeout(() => back(null, 1), 1100)',
    { timeoutMs: 1000 },
  ],
  [
    'a CloudFront function',
    'function handler() { var n = 0; for (var i = 0; i < 30000; i++) n += i; return { n: n } }',
    { language: 'cloudfront-js-2.0', handler: 'handler' },
  ],
]
const outcomes = async () => {
  const all = []
  for (const [, code, more] of busyCode) {
    const { ok, value, error, utilization, logs } = await run(code, more)
    all.push({ ok, value, error, utilization, logs })
  }
  return all
}

test('the same run comes to the same on a calm and on a busy machine, limits included', async () => {
  const calm = await outcomes()
  // Loops that end by themselves: they are there to take the processors away.
  const spin = 'const end = Date.now() + 8000; while (Date.now() < end);'
  const loops = Array.from({ length: 4 }, () => new Worker(spin, { eval: true }))
  try {
    for (let again = 0; again < 3; again += 1) expect(await outcomes()).toEqual(calm)
  } finally {
    await Promise.all(loops.map((loop) => loop.terminate()))
  }
  expect(calm.map(({ error, value, utilization }) => error?.type ?? utilization ?? value)).toEqual([
    19999900000,
    'TimeoutError',
    100,
    'TimeoutError',
    expect.any(Number),
  ])
})

test('an answer that is nested too deeply for the page is ours to refuse, at once', async () => {
  const nested = (depth: number) =>
    run(`exports.handler = async () => { let a = []; for (let i = 0; i < ${depth}; i++) a = [a]; return a }`)
  expect((await nested(600)).limit?.cannot).toBe('value')
  for (const depth of [5000, 300_000]) {
    const { ok, limit } = await nested(depth)
    expect([ok, limit === undefined]).toEqual([false, false])
  }
})
