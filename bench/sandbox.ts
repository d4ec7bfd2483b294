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
const count = 5000

async function sandbox(): Promise<string> {
  const start = performance.now()
  const runner = createRunner()
  const first = await runner.run(run)
  if (!first.ok) throw new Error(first.error?.message)
  const cold = performance.now() - start
  const began = performance.now()
  for (let at = 0; at < count; at++) await runner.run(run)
  const line = `| sandbox (QuickJS in WebAssembly) | ${ms(cold)} | ${rate(count, performance.now() - began)} |`
  runner.dispose()
  return line
}

function nodeVm(): string {
  const start = performance.now()
  const context = createContext({})
  new Script(code).runInContext(context)
  const call = new Script('JSON.stringify(handler(JSON.parse(input)))')
  const once = (): void => {
    context['input'] = JSON.stringify(event)
    JSON.parse(call.runInContext(context))
  }
  once()
  const cold = performance.now() - start
  const began = performance.now()
  for (let at = 0; at < count; at++) once()
  return `| node:vm (no isolation) | ${ms(cold)} | ${rate(count, performance.now() - began)} |`
}

function njs(): string {
  const script = `${code}
var text = ${JSON.stringify(JSON.stringify(event))}
var began = Date.now()
for (var at = 0; at < ${count * 4}; at++) JSON.stringify(handler(JSON.parse(text)))
console.log(Date.now() - began)`
  const start = performance.now()
  const probe = spawnSync('njs', ['-c', '1'], { encoding: 'utf8' })
  const cold = performance.now() - start
  if (probe.error) return '| njs | not present | not present |'
  const done = spawnSync('njs', ['-c', script], { encoding: 'utf8' })
  return `| njs | ${ms(cold)} | ${rate(count * 4, Number(done.stdout.trim()))} |`
}

const lines = [await sandbox(), nodeVm(), njs()]
process.stdout.write(
  [
    '| engine | cold start, first run | runs of a header-rewriting handler |',
    '| --- | --- | --- |',
    ...lines,
    '',
  ].join('\n'),
)
