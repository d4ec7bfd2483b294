/** The function runner over QuickJS in WebAssembly; the same in the page's worker and in Node. */
import variant from '@jitl/quickjs-wasmfile-release-sync'
import { newQuickJSWASMModuleFromVariant, newVariant, type QuickJSWASMModule } from 'quickjs-emscripten-core'
import { checkRestrictions } from '#core/edge/restrictions.ts'
import type { FunctionOutcome, FunctionRun, FunctionRunner } from '#core/edge/runner.ts'
import { assignsUndeclared } from '#core/edge/undeclared.ts'
import { handlerName } from './factory.ts'
import { brokenDown } from './failures.ts'
import { Realm, type RealmOutcome } from './realm.ts'
import type { RealmExtras } from './run-host.ts'
import { compiledForLong, compiledQuickly, Work } from './tiers.ts'

/** What CloudFront would not take; a Lambda function is not restricted in its syntax. */
function refusalOf(run: FunctionRun): FunctionOutcome | null {
  if (run.language === 'nodejs') return null
  const found = checkRestrictions(run.code, run.language, handlerName(run)).find(
    ({ severity }) => severity === 'error',
  )
  if (!found) return null
  const { type = 'RestrictionError', message, line, column } = found
  return { ok: false, logs: [], elapsedMs: 0, error: { type, message, line, column } }
}

/** Code that names none of these cannot mean to change a built-in; a realm of its own serves all its runs, frozen. */
const touchesBuiltIns =
  /\b(globalThis|global|prototype|__proto__|setPrototypeOf|defineProperty|defineProperties|getPrototypeOf|constructor|Object\s*\.\s*assign|process)\b/

/** A realm that outlives its runs has to be one that no run can mark. */
const mayBeKept = ({ code, language }: FunctionRun): boolean =>
  !touchesBuiltIns.test(code) && !(language === 'nodejs' && assignsUndeclared(code))

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

const nothing: RealmExtras = { sources: {}, operations: {} }

/** What only Lambda functions need is large, so it is loaded with the first of them. */
async function extrasOfNode(): Promise<RealmExtras> {
  const [{ nodeModules: sources }, { nodeOperations: operations }] = await Promise.all([
    import('./guest/node-modules.ts'),
    import('./node-host.ts'),
  ])
  return { sources, operations }
}

/** A function, whatever its events are. */
interface KnownFunction {
  readonly language: FunctionRun['language']
  readonly handler: string
  readonly refusal: FunctionOutcome | null
}

/** By its code first: the hash of a long text is kept with it, and texts that are put together have none yet. */
class KnownFunctions {
  private readonly byCode = new Map<string, KnownFunction[]>()

  of(run: FunctionRun): KnownFunction {
    const { language, handler, code } = run
    const list = this.byCode.get(code) ?? []
    const found = list.find((one) => one.language === language && one.handler === handler)
    if (found) return found
    const known = { language, handler, refusal: refusalOf(run) }
    list.push(known)
    this.byCode.set(code, list)
    return known
  }
}

class Sandbox {
  private readonly realms = new Map<KnownFunction, Realm>()
  private readonly quickjs: QuickJSWASMModule
  private readonly memory: WebAssembly.Memory
  private abandoned = 0

  constructor(quickjs: QuickJSWASMModule, memory: WebAssembly.Memory) {
    this.quickjs = quickjs
    this.memory = memory
  }

  private realmFor(key: KnownFunction, run: FunctionRun, extras: RealmExtras): Realm {
    const kept = this.realms.get(key)
    this.realms.delete(key)
    if (kept) return kept
    const realm = new Realm(this.quickjs, this.memory, run.language, extras)
    if (mayBeKept(run)) realm.freeze()
    return realm
  }

  private keep(key: KnownFunction, realm: Realm): void {
    this.realms.set(key, realm)
    if (this.realms.size <= keptRealms) return
    const [oldest] = this.realms
    if (!oldest) return
    this.realms.delete(oldest[0])
    oldest[1].dispose()
  }

  /** False where the engine aborted while it freed a realm: it is given up, and what the run gave holds. */
  private retire(key: KnownFunction, realm: Realm, { ok, reusable }: RealmOutcome): boolean {
    try {
      if (reusable && realm.isFrozen) this.keep(key, realm)
      else if (ok) realm.dispose()
      else this.abandoned += 1
      return true
    } catch {
      return false
    }
  }

  /** Runs once; `spoiled` where the run was cut off, after which the whole sandbox is given up. */
  run(
    key: KnownFunction,
    run: FunctionRun,
    extras: RealmExtras,
  ): { readonly outcome: FunctionOutcome; readonly spoiled: boolean; readonly steps: number } {
    const started = performance.now()
    const realm = this.realmFor(key, run, extras)
    const result = realm.execute(run)
    const { utilization, steps } = realm
    const { logs, originCalls, certificateCalls, customData, decision } = realm.host
    const isSound = this.retire(key, realm, result)
    const { ok, json, error, limit } = result
    // Spreading what is mostly absent would be a tenth of a run.
    const outcome: { -readonly [Field in keyof FunctionOutcome]: FunctionOutcome[Field] } = {
      ok,
      logs,
      originCalls,
      elapsedMs: performance.now() - started,
    }
    if (certificateCalls.length > 0) outcome.certificateCalls = certificateCalls
    if (run.language !== 'nodejs') outcome.utilization = utilization
    if (json !== undefined) outcome.value = JSON.parse(json)
    if (error) outcome.error = error
    if (limit) outcome.limit = limit
    if (customData !== undefined) outcome.customData = customData
    if (decision !== undefined && ok) outcome.decision = decision
    return { outcome, spoiled: !isSound || this.abandoned >= abandonedRealms || cutsOff(outcome), steps }
  }
}

/** The run was ended from outside, so that what it left in the engine is not known. */
const cutsOff = ({ error, limit }: FunctionOutcome): boolean =>
  error?.type === 'TimeoutError' ||
  error?.type === 'MemoryError' ||
  limit?.cannot === 'time' ||
  limit?.cannot === 'memory'

export interface LoadedRunner extends FunctionRunner {
  /** Loads the engine, which the first run would do otherwise. */
  prepare(): Promise<void>
}

export interface RunnerOptions {
  /** The address of `emscripten-module.wasm` where the page serves it elsewhere than beside the script; Node finds it by itself. */
  readonly wasmLocation?: string
}

/**
 * The engine leaks in rare runs (a module with top-level await whose handler awaits thousands of promises), and aborts with
 * a word on the console when such a realm is freed. `retire` sees to it; the word is nobody's to read.
 */
const quiet: object = { printErr() {} }

/** A runner of its own. */
export function createRunner(options: RunnerOptions = {}): LoadedRunner {
  let loading: Promise<Sandbox> | undefined
  let ready: Sandbox | undefined
  const work = new Work()
  const functions = new KnownFunctions()
  const load = async (): Promise<Sandbox> => {
    const { wasmLocation } = options
    const wasmMemory = new WebAssembly.Memory(memoryPages)
    const place = wasmLocation === undefined ? {} : { wasmLocation }
    const engineOf = (options: Parameters<typeof newVariant>[1]) =>
      newQuickJSWASMModuleFromVariant(
        newVariant(variant, { wasmMemory, emscriptenModule: quiet, ...options }),
      )
    const wasmModule = work.isEnough ? await compiledForLong() : undefined
    const engine = wasmModule ? await engineOf({ wasmModule }) : await compiledQuickly(() => engineOf(place))
    return new Sandbox(engine, wasmMemory)
  }
  const giveUp = () => {
    loading = undefined
    ready = undefined
  }
  const loaded = async (): Promise<Sandbox> => {
    loading ??= load()
    const current = loading
    const sandbox = await current
    if (loading === current) ready = sandbox
    return sandbox
  }
  return {
    async prepare() {
      await loaded()
    },
    async run(run) {
      const known = functions.of(run)
      if (known.refusal) return known.refusal
      try {
        const sandbox = ready ?? (await loaded())
        const extras = run.language === 'nodejs' ? await extrasOfNode() : nothing
        const { outcome, spoiled, steps } = sandbox.run(known, run, extras)
        if (work.add(steps) || spoiled) giveUp()
        return outcome
      } catch (error) {
        // The engine itself broke down: the next run gets a new one.
        giveUp()
        return brokenDown(error instanceof Error ? error.message : String(error))
      }
    },
    dispose: giveUp,
  }
}
