/** The sandbox's figures beside node:vm and the njs command line, as a Markdown table: `node bench/run.js sandbox`. */
import { spawnSync } from 'node:child_process'
import { createContext, Script } from 'node:vm'
import type { FunctionRun } from '#core/edge/runner.ts'
import { createRunner } from '#sandbox/runner.ts'

const code = `function handler(event) {
  var request = event.request
  request.headers['x-group'] = { value: request.headers['user-agent'].value.length % 2 ? 'a' : 'b' }
  delete request.headers.accept
  return request
}`
const event = {
  version: '1.0',
  request: {
    method: 'GET',
    uri: '/index.html',
    querystring: {},
    cookies: {},
    headers: { 'user-agent': { value: 'bench' }, accept: { value: '*/*' }, host: { value: 'example.com' } },
  },
}
const run: FunctionRun = { language: 'cloudfront-js-2.0', code, handler: 'handler', event, now: 0 }
const ms = (value: number): string => `${value.toFixed(2)} ms`
const rate = (count: number, spent: number): string => `${Math.round((count / spent) * 1000)} /s`
const count = 4000
/** Runs before the clock starts, for every engine: compilers need some to find out what is hot. */
const warmUp = 3000

async function sandbox(): Promise<string> {
  const start = performance.now()
  const runner = createRunner()
  const once = async (more: string): Promise<void> => {
    const done = await runner.run({ ...run, code: code + more })
    if (!done.ok) throw new Error(done.error?.message)
  }
  await once('')
  const cold = performance.now() - start
  const another = performance.now()
  await once('\n// another function')
  const warm = performance.now() - another
  for (let at = 0; at < warmUp; at++) await runner.run(run)
  const began = performance.now()
  for (let at = 0; at < count; at++) await runner.run(run)
  const spent = performance.now() - began
  runner.dispose()
  return `| sandbox (QuickJS in WebAssembly) | ${ms(cold)} | ${ms(warm)} | ${rate(count, spent)} |`
}

function nodeVm(): string {
  const call = new Script('JSON.stringify(handler(JSON.parse(input)))')
  const fresh = (text: string): (() => void) => {
    const context = createContext({})
    new Script(text).runInContext(context)
    return () => {
      context['input'] = JSON.stringify(event)
      JSON.parse(call.runInContext(context))
    }
  }
  const start = performance.now()
  const once = fresh(code)
  once()
  const cold = performance.now() - start
  const another = performance.now()
  fresh(`${code}\n// another function`)()
  const warm = performance.now() - another
  for (let at = 0; at < warmUp; at++) once()
  const began = performance.now()
  for (let at = 0; at < count; at++) once()
  return `| node:vm (no isolation) | ${ms(cold)} | ${ms(warm)} | ${rate(count, performance.now() - began)} |`
}

function njs(): string {
  const loop = (times: number): string => `${code}
var text = ${JSON.stringify(JSON.stringify(event))}
for (var at = 0; at < ${warmUp}; at++) JSON.stringify(handler(JSON.parse(text)))
var began = Date.now()
for (var at = 0; at < ${times}; at++) JSON.stringify(handler(JSON.parse(text)))
console.log(Date.now() - began)`
  const start = performance.now()
  const probe = spawnSync('njs', ['-c', `${code}\nhandler(${JSON.stringify(event)})`], { encoding: 'utf8' })
  const cold = performance.now() - start
  if (probe.error) return '| njs | not present | not present | not present |'
  const done = spawnSync('njs', ['-c', loop(count * 4)], { encoding: 'utf8' })
  return `| njs (a process for each function) | ${ms(cold)} | ${ms(cold)} | ${rate(count * 4, Number(done.stdout.trim()))} |`
}

const lines = [await sandbox(), nodeVm(), njs()]
process.stdout.write(
  [
    '| engine | cold start with the first run | another function’s first run | runs of a header-rewriting handler |',
    '| --- | --- | --- | --- |',
    ...lines,
    '',
  ].join('\n'),
)
