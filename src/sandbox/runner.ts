/** The function runner over QuickJS in WebAssembly; the same in the page's worker and in Node. */
import variant from '@jitl/quickjs-wasmfile-release-sync'
import { newQuickJSWASMModuleFromVariant, newVariant, type QuickJSWASMModule } from 'quickjs-emscripten-core'
import { checkRestrictions } from '#core/edge/restrictions.ts'
import {
  defaultTimeoutMs,
  type FunctionOutcome,
  type FunctionRun,
  type FunctionRunner,
} from '#core/edge/runner.ts'
import { Realm } from './realm.ts'

/** What CloudFront would not take; a Lambda function is not restricted in its syntax. */
function refusalOf(run: FunctionRun): FunctionOutcome | null {
  if (run.language === 'nodejs') return null
  const found = checkRestrictions(run.code, run.language).find(({ severity }) => severity === 'error')
  if (!found) return null
  const { message, line, column } = found
  return { ok: false, logs: [], elapsedMs: 0, error: { type: 'RestrictionError', message, line, column } }
}
/** Real milliseconds that stand for CloudFront Functions' whole allowance in the utilization estimate (inferred). */
const allowanceMs = 8

/** Code that names none of these cannot mean to change a built-in; a realm of its own serves all its runs, frozen. */
const touchesBuiltIns =
  /\b(globalThis|global|prototype|__proto__|setPrototypeOf|defineProperty|defineProperties|getPrototypeOf|constructor|Object\s*\.\s*assign|process)\b/

/**
 * Pages of 64 KB: 16 MB to begin with, 160 MB at most for all realms. The engine's own limit does not count what has been
 * allocated (it knows no sizes in WebAssembly), so the memory itself has to end.
 */
const memoryPages = { initial: 256, maximum: 2560 }

/** Realms kept for reuse, the most recently used last. */
const keptRealms = 24

/**
 * Realms in which a function failed and that are left as they are: what it left behind (a full stack, half a promise)
 * can make the engine abort when it is freed. With so many, the engine is given up as a whole.
 */
const abandonedRealms = 16

class Sandbox {
  private readonly realms = new Map<string, Realm>()
  private readonly quickjs: QuickJSWASMModule
  private abandoned = 0

  constructor(quickjs: QuickJSWASMModule) {
    this.quickjs = quickjs
  }

  private realmFor(key: string, run: FunctionRun): Realm {
    const kept = this.realms.get(key)
    this.realms.delete(key)
    if (kept) return kept
    const realm = new Realm(this.quickjs, run.language)
    if (!touchesBuiltIns.test(run.code)) realm.freeze()
    return realm
  }

  private keep(key: string, realm: Realm): void {
    this.realms.set(key, realm)
    if (this.realms.size <= keptRealms) return
    const [oldest] = this.realms
    if (!oldest) return
    this.realms.delete(oldest[0])
    oldest[1].dispose()
  }

  /** Runs once; `spoiled` where the run was cut off, after which the whole sandbox is given up. */
  run(run: FunctionRun): { readonly outcome: FunctionOutcome; readonly spoiled: boolean } {
    const started = performance.now()
    const key = `${run.language}\n${run.code}`
    const realm = this.realmFor(key, run)
    const { ok, json, error, reusable } = realm.execute(run, run.timeoutMs ?? defaultTimeoutMs)
    const spent = performance.now() - realm.began
    const { logs, originCalls } = realm
    if (reusable && !touchesBuiltIns.test(run.code)) this.keep(key, realm)
    else if (ok) realm.dispose()
    else this.abandoned += 1
    const spoiled =
      error?.type === 'TimeoutError' || error?.type === 'MemoryError' || this.abandoned >= abandonedRealms
    const outcome: FunctionOutcome = {
      ok,
      logs,
      originCalls,
      elapsedMs: performance.now() - started,
      ...(run.language !== 'nodejs' && {
        utilization: Math.min(100, Math.round((spent / allowanceMs) * 100)),
      }),
      ...(json !== undefined && { value: JSON.parse(json) }),
      ...(error && { error }),
    }
    return { outcome, spoiled }
  }
}

export interface LoadedRunner extends FunctionRunner {
  /** Loads the engine, which the first run would do otherwise. */
  prepare(): Promise<void>
}

/**
 * A runner of its own. `wasmLocation` is the address of `emscripten-module.wasm` where the page serves it elsewhere than
 * beside the script; Node finds it by itself.
 */
export function createRunner(options: { readonly wasmLocation?: string } = {}): LoadedRunner {
  let loading: Promise<Sandbox> | undefined
  const load = async (): Promise<Sandbox> => {
    const { wasmLocation } = options
    const wasmMemory = new WebAssembly.Memory(memoryPages)
    const chosen = newVariant(variant, { wasmMemory, ...(wasmLocation !== undefined && { wasmLocation }) })
    return new Sandbox(await newQuickJSWASMModuleFromVariant(chosen))
  }
  const refusals = new Map<string, FunctionOutcome | null>()
  const refusalFor = (run: FunctionRun): FunctionOutcome | null => {
    const key = `${run.language}\n${run.code}`
    const refusal = refusals.has(key) ? (refusals.get(key) ?? null) : refusalOf(run)
    refusals.set(key, refusal)
    return refusal
  }
  return {
    async prepare() {
      loading ??= load()
      await loading
    },
    async run(run) {
      const refusal = refusalFor(run)
      if (refusal) return refusal
      loading ??= load()
      try {
        const { outcome, spoiled } = (await loading).run(run)
        if (spoiled) loading = undefined
        return outcome
      } catch (error) {
        // The engine itself broke down: the next run gets a new one.
        loading = undefined
        const message = error instanceof Error ? error.message : String(error)
        return {
          ok: false,
          logs: [],
          elapsedMs: 0,
          error: { type: 'MemoryError', message: `The sandbox broke down: ${message}` },
        }
      }
    },
    dispose() {
      loading = undefined
    },
  }
}
