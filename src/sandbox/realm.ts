/** One QuickJS realm with a compiled function in it: limits, the prelude, and one call. */
import {
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSWASMModule,
  Scope,
} from 'quickjs-emscripten-core'
import {
  defaultTimeoutMs,
  type FunctionError,
  type FunctionRun,
  type SandboxLimit,
} from '#core/edge/runner.ts'
import { type Factory, factoryOf, handlerName } from './factory.ts'
import { deepest, errorOf, hung, isTooDeep, ours, type Thrown, timedOut } from './failures.ts'
import freeze from './guest/freeze.js?raw'
import { prelude } from './guest/index.ts'
import { type RealmExtras, RunHost } from './run-host.ts'
import { Meter, stepsPerMs } from './work.ts'

/**
 * Bytes. CloudFront Functions have 2 MB, which a realm with our prelude in it would exceed by itself. Lambda's 128 MB are
 * cut down, since a single built-in call (`fill`) cannot be interrupted: memory is what bounds its time.
 */
const memoryLimit = { function: 24 * 1024 * 1024, lambda: 64 * 1024 * 1024 }
const stackLimit = 320 * 1024

/**
 * Steps that stand for CloudFront Functions' whole allowance in the utilization estimate, and those after which a function
 * is stopped. AWS names less than a millisecond of an engine and a machine that nobody outside knows: inferred.
 */
const allowance = 8 * stepsPerMs
const stopped = 10 * allowance

/** Steps that a promise's job or a timer costs besides its own, so that endless ones end in time. */
const jobSteps = 20
const timerSteps = 200

export interface RealmOutcome {
  readonly ok: boolean
  readonly json?: string
  readonly error?: FunctionError
  readonly limit?: SandboxLimit
  /** False where the realm is no longer fit for a further run. */
  readonly reusable: boolean
}

interface Settled {
  readonly ok?: boolean
  readonly value?: string
  readonly error?: Thrown
}

type Failed = { readonly failed: FunctionError }

/** What the prelude tells of an outcome: a letter for its kind, and its JSON; nothing as long as there is none. */
function settledIn(text: string): Settled | null {
  if (text === '') return null
  if (text.startsWith('u')) return { ok: true }
  const rest = text.slice(1)
  // The prelude wrote this text.
  return text.startsWith('v') ? { ok: true, value: rest } : { error: JSON.parse(rest) }
}

export class Realm {
  private readonly context: QuickJSContext
  private readonly scope = new Scope()
  private readonly api: QuickJSHandle
  private readonly meter: Meter
  private readonly isNode: boolean
  /** The prelude's calls by name: nothing inside can reach or change what they are taken from. */
  private readonly calls = new Map<string, QuickJSHandle>()
  /** A function of a run's input; calling it is the run. */
  private runs: { readonly handle: QuickJSHandle; readonly indent: number } | null = null
  readonly host: RunHost
  isFrozen = false

  constructor(
    quickjs: QuickJSWASMModule,
    memory: WebAssembly.Memory,
    language: FunctionRun['language'],
    extras: RealmExtras,
  ) {
    this.isNode = language === 'nodejs'
    this.meter = new Meter(memory)
    this.host = new RunHost(this.isNode, this.meter, extras)
    const runtime = this.scope.manage(quickjs.newRuntime())
    runtime.setMemoryLimit(this.isNode ? memoryLimit.lambda : memoryLimit.function)
    runtime.setMaxStackSize(stackLimit)
    this.context = this.scope.manage(runtime.newContext())
    this.meter.watch(this.context)
    this.meter.start(Number.POSITIVE_INFINITY)
    const make = this.scope.manage(
      this.context.unwrapResult(
        this.context.evalCode(this.isNode ? prelude.nodejs : prelude.function, 'prelude.js'),
      ),
    )
    const host = this.scope.manage(
      this.context.newFunction('host', (...words) => {
        const answer = this.host.answer(words.map((word) => this.context.getString(word)))
        return this.context.newString(answer)
      }),
    )
    const name = this.scope.manage(this.context.newString(language))
    this.api = this.scope.manage(
      this.context.unwrapResult(this.context.callFunction(make, this.context.undefined, host, name)),
    )
  }

  /** What the last run took. */
  get steps(): number {
    return this.meter.spent
  }

  /** 0 to 100, of a CloudFront function's allowance. */
  get utilization(): number {
    return Math.min(100, Math.round((this.meter.spent / allowance) * 100))
  }

  /** Makes everything the prelude set up unchangeable, so that no run leaves traces for the next. */
  freeze(): void {
    const { context } = this
    const run = context.unwrapResult(context.evalCode(freeze, 'freeze.js'))
    context.unwrapResult(context.callFunction(run, context.undefined, this.api)).dispose()
    run.dispose()
    this.isFrozen = true
  }

  /** Compiles once; a later call of the same realm goes straight on. */
  private compile({ text, strict, indent }: Factory, handler: string): FunctionError | null {
    const result = this.context.evalCode(text, 'function.js', { type: 'global', strict })
    if (result.error) return this.errorFrom(result.error, indent)
    const name = this.context.newString(handler)
    const runs = this.call('runsOf', result.value, name)
    for (const one of [name, result.value]) one.dispose()
    if ('error' in runs) return this.errorFrom(runs.error, indent)
    this.runs = { handle: this.scope.manage(runs.value), indent }
    return null
  }

  private errorFrom(handle: QuickJSHandle, indent = this.runs?.indent ?? 0): FunctionError {
    const dumped: unknown = this.context.dump(handle)
    handle.dispose()
    // dump gives an error as a plain object of these fields.
    const thrown = (typeof dumped === 'object' && dumped !== null ? dumped : {}) as Thrown
    return this.judged({ ...thrown, message: thrown.message ?? String(dumped) }, indent)
  }

  private judged(thrown: Thrown, indent = this.runs?.indent ?? 0): FunctionError {
    const isStopped = /^interrupted$/.test(thrown.message ?? '') && this.meter.isOver
    return isStopped ? timedOut(this.host.timeoutMs) : errorOf(thrown, indent)
  }

  private call(
    method: string,
    ...args: QuickJSHandle[]
  ): { value: QuickJSHandle } | { error: QuickJSHandle } {
    const fn = this.calls.get(method) ?? this.scope.manage(this.context.getProp(this.api, method))
    this.calls.set(method, fn)
    const result = this.context.callFunction(fn, this.api, ...args)
    return result.error ? { error: result.error } : { value: result.value }
  }

  private textOf(method: string): string | Failed {
    const result = this.call(method)
    if ('error' in result) return { failed: this.errorFrom(result.error) }
    const text = this.context.getString(result.value)
    result.value.dispose()
    return text
  }

  private settled(): Settled | Failed | null {
    const text = this.textOf('outcome')
    return typeof text === 'string' ? settledIn(text) : text
  }

  /** Runs promises and timers until the handler has settled or nothing is left to run. */
  private drain(): Settled | Failed | null {
    const { runtime } = this.context
    for (;;) {
      const jobs = runtime.executePendingJobs(200)
      if (jobs.error) return { failed: this.errorFrom(jobs.error) }
      const settled = this.settled()
      if (settled) return settled
      if (this.meter.take(jobs.value * jobSteps)) return { failed: timedOut(this.host.timeoutMs) }
      if (runtime.hasPendingJob()) continue
      const ticked = this.textOf('tick')
      if (typeof ticked !== 'string') return ticked
      if (ticked === 'late')
        return {
          failed: {
            type: 'TimeoutError',
            message: `Task timed out after ${(this.host.timeoutMs / 1000).toFixed(2)} seconds`,
          },
        }
      if (ticked === '') return this.settled()
      this.meter.take(timerSteps)
    }
  }

  execute(run: FunctionRun): RealmOutcome {
    const timeoutMs = this.isNode ? (run.timeoutMs ?? defaultTimeoutMs) : allowance / stepsPerMs
    this.host.begin(run, timeoutMs)
    this.meter.start(this.isNode ? timeoutMs * stepsPerMs : stopped)
    if (!this.runs) {
      const made = factoryOf(run)
      const error = 'error' in made ? made.error : this.compile(made, handlerName(run))
      if (error) return { ok: false, error, reusable: false }
      // What compiling took is not the handler's.
      this.meter.start(this.isNode ? timeoutMs * stepsPerMs : stopped)
    }
    return this.begin(this.runs?.handle ?? this.context.undefined)
  }

  private begin(runs: QuickJSHandle): RealmOutcome {
    const { context } = this
    const input = context.newString(this.host.input())
    const begun = context.callFunction(runs, context.undefined, input)
    input.dispose()
    if (begun.error) return this.failed(this.errorFrom(begun.error))
    const text = context.getString(begun.value)
    begun.value.dispose()
    // Most handlers answer at once, and leave nothing to run.
    if (text === '' || context.runtime.hasPendingJob()) return this.conclude(this.drain())
    return this.conclude(settledIn(text.slice(1)), text.startsWith('i'))
  }

  private failed(error: FunctionError): RealmOutcome {
    const limit = this.meter.hung ? hung : this.host.limitBehind(error)
    return { ok: false, error: limit ? ours(limit) : error, ...(limit && { limit }), reusable: false }
  }

  /** Nothing of a run is left to run on in the next one. */
  private isIdle(): boolean {
    return !this.context.runtime.hasPendingJob() && this.textOf('idle') === 'yes'
  }

  private conclude(settled: Settled | Failed | null, isIdle?: boolean): RealmOutcome {
    const { limit } = this.host
    const seen = limit && { limit }
    if (settled === null)
      return this.isNode
        ? { ok: true, reusable: false, ...seen }
        : this.failed({ type: 'Error', message: 'The promise of the handler never settled' })
    if ('failed' in settled) return this.failed(settled.failed)
    if (settled.error) return this.failed(this.judged(settled.error))
    const { value } = settled
    if (value !== undefined && isTooDeep(value)) {
      const deep: SandboxLimit = {
        cannot: 'value',
        what: `passes on no answer that is nested more than ${deepest} levels deep`,
      }
      return { ok: false, error: ours(deep), limit: deep, reusable: false }
    }
    return {
      ok: true,
      reusable: isIdle ?? this.isIdle(),
      ...(value !== undefined && { json: value }),
      ...seen,
    }
  }

  dispose(): void {
    this.scope.dispose()
  }
}
