/** What Node has, the sandbox has by name: each module loads, and each function of it works or says that we lack it. */
import { execFileSync } from 'node:child_process'
import { builtinModules, createRequire } from 'node:module'
import { afterAll, expect, test } from 'vitest'
import { createRunner } from './runner.ts'

const require = createRequire(import.meta.url)
const runner = createRunner()
afterAll(() => runner.dispose())
const run = (body: string) =>
  runner.run({
    language: 'nodejs',
    code: `exports.handler = async () => { ${body} }`,
    handler: 'h.handler',
    event: {},
    now: 0,
  })

/** Exports that real code does not use, and that only the inside of Node can have. */
const left: Readonly<Record<string, readonly string[]>> = {
  _http_common: ['*'],
  _http_outgoing: ['*'],
  _http_server: ['*'],
  _stream_wrap: ['*'],
  _tls_common: ['*'],
  _tls_wrap: ['*'],
  _http_client: ['*'],
  _http_incoming: ['*'],
  console: ['Console', 'context', 'createTask'],
  events: ['init'],
  process: ['*'],
  stream: ['Stream'],
}

test.each(builtinModules.filter((name) => !name.startsWith('internal')))(
  '“%s” loads, with the functions that Node has',
  async (name) => {
    const { value, error } = await run(
      `const m = require(${JSON.stringify(name)}); return { itself: typeof m, functions: Object.getOwnPropertyNames(m).filter((k) => { try { return typeof m[k] === 'function' } catch (e) { return true } }) }`,
    )
    expect(error).toBeUndefined()
    const real = require(name)
    const { itself, functions } = value as { itself: string; functions: string[] }
    expect(itself).toBe(typeof real)
    const skipped = left[name] ?? []
    if (skipped.includes('*')) return
    const wanted = Object.keys(real).filter((key) => typeof real[key] === 'function')
    expect(wanted.filter((key) => !functions.includes(key) && !skipped.includes(key))).toEqual([])
  },
)

/** Globals of browsers' and Node's inside that no function of Lambda's uses. */
const globalsLeft = [
  'gc',
  'undici',
  'PerformanceObserverEntryList',
  'PerformanceMark',
  'PerformanceMeasure',
  'PerformanceResourceTiming',
  'TransformStreamDefaultController',
]

test('every global of Node is there', async () => {
  // Of a Node of its own: libraries that other tests load leave globals behind in this one. `-p` adds the modules.
  const listed = execFileSync(process.execPath, ['-p', 'Object.getOwnPropertyNames(globalThis).join()'])
  const names = String(listed)
    .trim()
    .split(',')
    .filter((name) => /^[A-Za-z]/.test(name) && !builtinModules.includes(name))
  const own = names.filter((name) => !/vitest|__/.test(name) && !globalsLeft.includes(name))
  const { value } = await run(
    `return ${JSON.stringify(own)}.filter((name) => !(name in globalThis) && !['require', 'exports', 'module'].includes(name))`,
  )
  expect(value).toEqual([])
})

test('what needs a machine is told as ours, with the call, where it is called', async () => {
  const calls: readonly (readonly [body: string, cannot: string, what: string])[] = [
    [`require('https').get('https://example.com/a')`, 'network', 'GET https://example.com/a'],
    [
      `require('http').request({ hostname: 'example.com', path: '/b', method: 'post' })`,
      'network',
      'POST http://example.com/b',
    ],
    [`await fetch('https://example.com/c', { method: 'PUT' })`, 'network', 'PUT https://example.com/c'],
    [`require('net').connect(80, 'example.com')`, 'network', 'net.connect'],
    [`require('dns').promises.lookup('example.com')`, 'network', 'dns.promises.lookup'],
    [`require('fs').writeFileSync('/tmp/a', '')`, 'files', 'fs.writeFileSync'],
    [`require('child_process').execSync('id')`, 'processes', 'child_process.execSync'],
    [`new (require('worker_threads').Worker)('a.js')`, 'processes', 'worker_threads.Worker'],
    [`require('vm').runInNewContext('1')`, 'builtin', 'vm.runInNewContext'],
    ['await WebAssembly.instantiate(new Uint8Array())', 'builtin', 'WebAssembly.instantiate'],
    [`new (require('aws-sdk').S3)().getObject({}).promise()`, 'sdk', 'aws-sdk'],
  ]
  for (const [body, cannot, what] of calls) {
    const { ok, limit, error } = await run(`${body}; return 1`)
    expect([body, ok, limit?.cannot, error?.type]).toEqual([body, false, cannot, 'SandboxLimit'])
    expect(limit?.what).toContain(what)
  }
})

test('a function that goes on without what we lack has its result, and the limit with it', async () => {
  const { ok, value, limit } = await run(
    `let note = ''; try { await fetch('https://example.com/') } catch (error) { note = error.code } return { note }`,
  )
  expect([ok, value, limit?.cannot]).toEqual([true, { note: 'ERR_SANDBOX' }, 'network'])
})

test('a file that is not in the function is missing, as it is at Lambda', async () => {
  const { value } = await run(
    `const fs = require('fs'); try { fs.readFileSync('./config.json') } catch (error) { return [error.code, fs.existsSync('/var/task/config.json')] }`,
  )
  expect(value).toEqual(['ENOENT', false])
})

test('CommonJS is sloppy and its “this” are the exports; an ES module is strict', async () => {
  const sloppy = await runner.run({
    language: 'nodejs',
    code: 'made = 010; var own = this === module.exports; exports.handler = async function () { return [made, own, typeof this, __filename, require.main === module] }',
    handler: 'index.handler',
    event: {},
    now: 0,
  })
  expect(sloppy.value).toEqual([8, true, 'object', '/var/task/index.js', true])
  const strict = await runner.run({
    language: 'nodejs',
    code: "import { basename } from 'node:path'\nconst { sep } = await import('node:path')\nexport const handler = async () => { try { made = 1 } catch (error) { return [error.name, basename('/a/b'), sep, typeof require, import.meta.url] } }",
    handler: 'index.handler',
    event: {},
    now: 0,
  })
  expect(strict.value).toEqual(['ReferenceError', 'b', '/', 'undefined', 'file:///var/task/index.mjs'])
})

test('process.binding gives what bundles of lodash ask it for, and no other inside of Node', async () => {
  const { value } = await run("return process.binding('util').isArrayBuffer(new ArrayBuffer(1))")
  expect(value).toBe(true)
  const { limit } = await run("process.binding('natives')")
  expect(limit?.cannot).toBe('builtin')
})
