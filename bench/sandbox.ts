/**
 * What an edge function costs in the sandbox, in processor time, beside QuickJS without ours and node:vm: `node
 * bench/run.js sandbox`. A cold start is a process of its own less one that starts nothing.
 */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { createContext, Script } from 'node:vm'
import variant from '@jitl/quickjs-wasmfile-release-sync'
import { newQuickJSWASMModuleFromVariant } from 'quickjs-emscripten-core'
import type { FunctionRun } from '#core/edge/runner.ts'
import { createRunner } from '#sandbox/runner.ts'
import { medianCost, medianRun } from './processor-time.ts'

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
const call = 'JSON.stringify(handler(JSON.parse(input)))'

/** Each gives what runs the function once more, after it has run once. */
type Start = () => Promise<() => unknown>

async function sandbox(): Promise<() => unknown> {
  const runner = createRunner()
  const once = async () => {
    const done = await runner.run(run)
    if (!done.ok) throw new Error(done.error?.message)
  }
  await once()
  return once
}

async function bareQuickJs(): Promise<() => unknown> {
  const quickjs = await newQuickJSWASMModuleFromVariant(variant)
  const context = quickjs.newContext()
  context.unwrapResult(context.evalCode(code)).dispose()
  const handler = context.unwrapResult(context.evalCode(`(input) => ${call}`))
  const once = () => {
    const input = context.newString(JSON.stringify(event))
    const result = context.unwrapResult(context.callFunction(handler, context.undefined, input))
    JSON.parse(context.getString(result))
    result.dispose()
    input.dispose()
  }
  once()
  return once
}

async function nodeVm(): Promise<() => unknown> {
  const context = createContext({})
  new Script(code).runInContext(context)
  const script = new Script(call)
  const once = () => {
    context['input'] = JSON.stringify(event)
    JSON.parse(script.runInContext(context))
  }
  once()
  return once
}

/** By then the sandbox has an engine that is compiled for many runs. */
const before = 40_000

const engines: Readonly<Record<string, Start>> = {
  sandbox,
  'bare QuickJS in WebAssembly': bareQuickJs,
  'node:vm (no isolation)': nodeVm,
}

async function table(): Promise<void> {
  const file = fileURLToPath(import.meta.url)
  const nothing = medianCost(process.execPath, [file, 'cold', 'nothing'])
  process.stdout.write(
    '| processor time | cold start with the first run | a run of a header-rewriting handler |\n',
  )
  process.stdout.write('| --- | --- | --- |\n')
  for (const name of Object.keys(engines)) {
    const cold = medianCost(process.execPath, [file, 'cold', name]) - nothing
    // Each in a process of its own: within one, V8 gives the same bytes the code that it has made of them before.
    const each = Number(execFileSync(process.execPath, [file, 'warm', name], { encoding: 'utf8' }))
    process.stdout.write(`| ${name} | ${cold.toFixed(0)} ms | ${each.toFixed(1)} µs |\n`)
  }
  const later = Number(execFileSync(process.execPath, [file, 'later', 'sandbox'], { encoding: 'utf8' }))
  process.stdout.write(`| sandbox, after ${before.toLocaleString('en')} runs | | ${later.toFixed(1)} µs |\n`)
}

const [, , what, engine = ''] = process.argv
const isOne = what === 'cold' || what === 'warm' || what === 'later'
const once = isOne ? await engines[engine]?.() : undefined
if (what === 'later') for (let at = 0; at < before; at += 1) await once?.()
if (!isOne) await table()
else if (what !== 'cold' && once) process.stdout.write(String(await medianRun(2000, once)))
