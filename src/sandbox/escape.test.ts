import { afterAll, expect, test } from 'vitest'
import type { FunctionRun } from '#core/edge/runner.ts'
import { createRunner } from './runner.ts'

const runner = createRunner()
afterAll(() => runner.dispose())
const limit = 200
const run = (code: string, language: FunctionRun['language'] = 'nodejs') =>
  runner.run({ language, code, handler: 'handler', event: {}, now: 0, timeoutMs: limit })
const handler = (body: string) => `exports.handler = async () => { ${body} }`

const hostile: readonly [string, string][] = [
  [
    'a walk up the prototypes',
    'let o = {}; while (Object.getPrototypeOf(o)) o = Object.getPrototypeOf(o); return o.host.process.exit()',
  ],
  ['a chain of constructors', "return ({}).constructor.constructor('return process.binding')().call()"],
  [
    'a constructor of the logger',
    "return console.log.constructor('return this')().fetch('https://example.com')",
  ],
  ['a dynamic import', "return (await import('node:fs')).readFileSync('/etc/passwd')"],
  ['a huge array', 'const a = []; for (;;) a.push(new Array(1e6).fill(1)); return a.length'],
  ['a huge string', "let s = 'x'; for (;;) s += s; return s.length"],
  ['a deep recursion', 'const f = () => 1 + f(); return f()'],
  ['a catastrophic regular expression', "return /^(a+)+$/.test('a'.repeat(60) + '!')"],
  ['endless promises', 'const again = () => Promise.resolve().then(again); await again()'],
  ['endless timers', 'await new Promise(() => { const again = () => setTimeout(again, 1); again() })'],
  ['Atomics.wait', 'return Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1e9)'],
  ['a search for a long text in a long one', "return 'a'.repeat(2 ** 22).indexOf('a'.repeat(2 ** 21) + 'b')"],
  ['searches without end', "const s = 'a'.repeat(2 ** 20); for (;;) s.includes('b')"],
  ['an array of four thousand million holes', 'const a = []; a.length = 2 ** 32 - 1; return a.join()'],
  ['a list without end', 'return Array.from({ length: 1e12 })'],
  ['buffers without end', 'const a = []; for (;;) a.push(new Uint8Array(2 ** 20).fill(1))'],
  ['maps without end', 'const m = new Map(); for (;;) m.set({}, {})'],
  ['the constructor of async functions', "return await (async () => {}).constructor('return host')()"],
  ['the constructor of generators', "return [...(function* () {}).constructor('yield host')()]"],
  ['a way to the process', "return process.mainModule.require('fs')"],
  [
    'a bomb of gzip',
    "const z = require('zlib'); let b = Buffer.alloc(2 ** 22); b = z.gzipSync(b); return z.gunzipSync(Buffer.concat([b.subarray(0, -4), Buffer.from([0, 0, 0, 255])])).length",
  ],
  ['recursion in finally', 'const f = (n) => { try { f() } finally { if (n) f() } }; f(1)'],
  ['a trap without end', 'return new Proxy({}, { get() { for (;;); } }).x'],
  ['an endless sort', 'return [3, 2, 1].sort(() => { for (;;); })'],
  ['an endless getter in the answer', 'return { get a() { for (;;); } }'],
  ['an endless toJSON', 'return { toJSON() { for (;;); } }'],
]

test.each(hostile)('%s ends in an error within the limit, and the host goes on', async (_, body) => {
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

const refusedInFunctions: readonly (readonly [string, string])[] = [
  ['an import', "async function handler() { return await import('cloudfront') }"],
  ['eval by another name', "function handler() { const e = globalThis['ev' + 'al']; return e('1') }"],
  [
    'the Function constructor by reflection',
    "function handler() { return Reflect.construct(Object.getPrototypeOf(handler).constructor, ['return 1'])() }",
  ],
  ['a timer by another name', "function handler() { return globalThis['set' + 'Timeout'](handler, 1) }"],
  [
    'the network by another name',
    "function handler() { return globalThis['fe' + 'tch']('https://example.com') }",
  ],
  ['a file', "function handler() { const load = require; return load('f' + 's') }"],
]
test.each(refusedInFunctions)('CloudFront Functions refuse %s', async (_, code) => {
  for (const language of ['cloudfront-js-1.0', 'cloudfront-js-2.0'] as const)
    expect((await run(code, language)).ok).toBe(false)
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
