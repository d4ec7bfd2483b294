/** One QuickJS realm with a compiled function in it: limits, the prelude, and one call. */
import {
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSWASMModule,
  Scope,
} from 'quickjs-emscripten-core'
import { parseFunctionCode, toFunctionBody } from '#core/edge/module-form.ts'
import type { FunctionError, FunctionRun } from '#core/edge/runner.ts'
import type { Json } from '#core/model/field.ts'
import { closed, opened } from './crossing.ts'
import freeze from './guest/freeze.js?raw'
import { prelude } from './guest/index.ts'
import { hostOperations } from './host.ts'
import { originCallProblem } from './origin-helpers.ts'

/**
 * Bytes. CloudFront Functions have 2 MB, which a realm with our prelude in it would exceed by itself. Lambda's 128 MB are
 * cut down, since a single built-in call (`fill`) cannot be interrupted: memory is what bounds its time.
 */
const memoryLimit = { function: 24 * 1024 * 1024, lambda: 48 * 1024 * 1024 }
const stackLimit = 320 * 1024
/** Characters. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-function-restrictions.html; Lambda's is ours. */
const logLimit = { function: 10 * 1024, lambda: 256 * 1024 }

export interface RealmOutcome {
  readonly ok: boolean
  readonly json?: string
  readonly error?: FunctionError
  /** False where the realm is no longer fit for a further run. */
  readonly reusable: boolean
}

interface Settled {
  readonly ok?: boolean
  readonly value?: string
  readonly error?: { readonly name: string; readonly message: string; readonly stack: string }
}

const head = '(function(module,exports,__import,__default){"use strict";'

/** The factory's source: the user's lines keep their numbers. */
function factoryText(run: FunctionRun): { text: string } | { error: FunctionError } {
  const parsed = parseFunctionCode(run.code)
  if ('problem' in parsed) return { error: { type: 'SyntaxError', ...parsed.problem } }
  const { text, exported } = toFunctionBody(run.code, parsed.program)
  const own = run.language === 'nodejs' ? [] : [['handler', 'handler'] as const]
  const names = [...exported, ...own]
    .map(
      ([name, local]) =>
        `get ${JSON.stringify(name)}(){return typeof ${local}==='undefined'?undefined:${local}}`,
    )
    .join(',')
  const opening = head.replace(
    '(function',
    parsed.isModule && run.language === 'nodejs' ? '(async function' : '(function',
  )
  return { text: `${opening}const __exports=exports;${text}\n;return {${names}}})` }
}

const timeout = (ms: number): FunctionError => ({
  type: 'TimeoutError',
  message: `The function was stopped after ${ms} ms`,
})

function errorOf(name: string, message: string, stack: string, deadlineMs: number): FunctionError {
  if (/^interrupted$/.test(message)) return timeout(deadlineMs)
  if (/out of memory/.test(message))
    return { type: 'MemoryError', message: 'The function used more memory than it is given' }
  const place = /function\.js:(\d+)(?::(\d+))?/.exec(stack)
  const type = name === 'InternalError' && /stack overflow/.test(message) ? 'RangeError' : name
  return {
    type,
    message:
      type === 'RangeError' && /stack overflow/.test(message) ? 'Maximum call stack size exceeded' : message,
    ...(place && { line: Number(place[1]) }),
    ...(place?.[2] && {
      column: Math.max(
        1,
        Number(place[2]) - (place[1] === '1' ? head.length + '__exports=exports;const '.length : 0),
      ),
    }),
  }
}

export class Realm {
  private readonly context: QuickJSContext
  private readonly scope = new Scope()
  private readonly api: QuickJSHandle
  private factory: QuickJSHandle | null = null
  private deadline = 0
  private run: FunctionRun | null = null
  private readonly logLimit: number
  private logged = 0
  /** When the handler of the last run began, its code being compiled by then. */
  began = 0
  logs: string[] = []
  originCalls: { method: string; argument: Json }[] = []

  constructor(quickjs: QuickJSWASMModule, language: FunctionRun['language']) {
    this.logLimit = language === 'nodejs' ? logLimit.lambda : logLimit.function
    const runtime = this.scope.manage(quickjs.newRuntime())
    runtime.setMemoryLimit(language === 'nodejs' ? memoryLimit.lambda : memoryLimit.function)
    runtime.setMaxStackSize(stackLimit)
    runtime.setInterruptHandler(() => this.deadline > 0 && performance.now() > this.deadline)
    this.context = this.scope.manage(runtime.newContext())
    const make = this.scope.manage(
      this.context.unwrapResult(
        this.context.evalCode(language === 'nodejs' ? prelude.nodejs : prelude.function, 'prelude.js'),
      ),
    )
    const host = this.scope.manage(this.context.newFunction('host', (...words) => this.answer(words)))
    const name = this.scope.manage(this.context.newString(language))
    this.api = this.scope.manage(
      this.context.unwrapResult(this.context.callFunction(make, this.context.undefined, host, name)),
    )
  }

  private answer(words: QuickJSHandle[]): QuickJSHandle {
    const [operation = '', ...rest] = words.map((word) => opened(this.context.getString(word)))
    return this.context.newString(closed(this.perform(operation, rest)))
  }

  /** CloudFront cuts the logs of a CloudFront function off at 10 KB. */
  private log(line: string): void {
    const left = this.logLimit - this.logged
    if (left <= 0) return
    this.logs.push(line.slice(0, left))
    this.logged += line.length
  }

  private perform(operation: string, rest: string[]): string {
    const [first = '', second = ''] = rest
    if (operation === 'log') {
      this.log(first)
      return ''
    }
    if (operation === 'late') return performance.now() > this.deadline ? 'yes' : ''
    if (operation === 'kvs') {
      const stores = this.run?.keyValueStores ?? {}
      const store = first === '' ? Object.values(stores)[0] : (stores[first] ?? stores['*'])
      return JSON.stringify(store ?? null)
    }
    if (operation === 'origin') {
      const argument: Json = JSON.parse(second)
      const problem = originCallProblem(first, argument, this.run?.originIds ?? [])
      if (problem === null) this.originCalls.push({ method: first, argument })
      return problem ?? ''
    }
    return hostOperations[operation]?.(...rest) ?? ''
  }

  /** Makes everything the prelude set up unchangeable, so that no run leaves traces for the next. */
  freeze(): void {
    const { context } = this
    const run = context.unwrapResult(context.evalCode(freeze, 'freeze.js'))
    context.unwrapResult(context.callFunction(run, context.undefined, this.api)).dispose()
    run.dispose()
  }

  /** Compiles once; a later call of the same realm goes straight on. */
  private compile(run: FunctionRun, limitMs: number): FunctionError | null {
    if (this.factory) return null
    const made = factoryText(run)
    if ('error' in made) return made.error
    const result = this.context.evalCode(made.text, 'function.js', { type: 'global', strict: true })
    if (result.error) return this.errorFrom(result.error, limitMs)
    this.factory = this.scope.manage(result.value)
    return null
  }

  private errorFrom(handle: QuickJSHandle, limitMs: number): FunctionError {
    const dumped: unknown = this.context.dump(handle)
    handle.dispose()
    // dump gives an error as a plain object of these fields.
    const { name, message, stack } = (dumped ?? {}) as { name?: string; message?: string; stack?: string }
    return errorOf(name ?? 'Error', message ?? String(dumped), stack ?? '', limitMs)
  }

  private call(
    method: string,
    ...args: QuickJSHandle[]
  ): { value: QuickJSHandle } | { error: QuickJSHandle } {
    const fn = this.context.getProp(this.api, method)
    const result = this.context.callFunction(fn, this.api, ...args)
    fn.dispose()
    return result.error ? { error: result.error } : { value: result.value }
  }

  private settled(): Settled | null {
    const result = this.call('outcome')
    if ('error' in result) {
      result.error.dispose()
      return null
    }
    const text = this.context.getString(result.value)
    result.value.dispose()
    const rest = text.slice(1)
    if (text === '') return null
    if (text.startsWith('u')) return { ok: true }
    // The prelude wrote this text.
    return text.startsWith('v') ? { ok: true, value: rest } : { error: JSON.parse(rest) }
  }

  /** Runs promises and timers until the handler has settled or nothing is left to run. */
  private drain(limitMs: number): Settled | FunctionError | null {
    for (;;) {
      const jobs = this.context.runtime.executePendingJobs(200)
      if (jobs.error) return this.errorFrom(jobs.error, limitMs)
      const settled = this.settled()
      if (settled) return settled
      if (performance.now() > this.deadline) return timeout(limitMs)
      if (this.context.runtime.hasPendingJob()) continue
      const ticked = this.call('tick')
      if ('error' in ticked) return this.errorFrom(ticked.error, limitMs)
      const more = this.context.dump(ticked.value) === true
      ticked.value.dispose()
      if (!more) return this.settled()
    }
  }

  execute(run: FunctionRun, limitMs: number): RealmOutcome {
    this.logs = []
    this.logged = 0
    this.originCalls = []
    this.run = run
    this.began = performance.now()
    this.deadline = this.began + limitMs
    const compileError = this.compile(run, limitMs)
    if (compileError) return { ok: false, error: compileError, reusable: false }
    this.began = performance.now()
    const { event, context, now, rawQuery, edgeLocation } = run
    const input = this.context.newString(
      JSON.stringify({
        event,
        context: context ?? {},
        now,
        random: now % 2147483647,
        rawQuery,
        edgeLocation,
      }),
    )
    const name = this.context.newString(run.handler.split('.').at(-1) || 'handler')
    const begun = this.call('begin', this.factory ?? this.context.undefined, name, input)
    input.dispose()
    name.dispose()
    if ('error' in begun) return { ok: false, error: this.errorFrom(begun.error, limitMs), reusable: false }
    begun.value.dispose()
    return this.conclude(this.drain(limitMs), run, limitMs)
  }

  private conclude(settled: Settled | FunctionError | null, run: FunctionRun, limitMs: number): RealmOutcome {
    if (settled === null)
      return run.language === 'nodejs'
        ? { ok: true, reusable: false }
        : {
            ok: false,
            error: { type: 'Error', message: 'The promise of the handler never settled' },
            reusable: false,
          }
    if ('type' in settled) return { ok: false, error: settled, reusable: false }
    if (settled.error) {
      const { name, message, stack } = settled.error
      return { ok: false, error: errorOf(name, message, stack, limitMs), reusable: false }
    }
    return { ok: true, reusable: true, ...(settled.value !== undefined && { json: settled.value }) }
  }

  dispose(): void {
    this.scope.dispose()
  }
}
