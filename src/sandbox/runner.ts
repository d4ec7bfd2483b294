/** The function runner over QuickJS in WebAssembly; the same in the page's worker and in Node. */
import variant from '@jitl/quickjs-wasmfile-release-sync'
import { newQuickJSWASMModuleFromVariant, newVariant, type QuickJSWASMModule } from 'quickjs-emscripten-core'
import { checkRestrictions } from '#core/edge/restrictions.ts'
import type { FunctionOutcome, FunctionRun, FunctionRunner } from '#core/edge/runner.ts'
import { Realm } from './realm.ts'

/** Real milliseconds a function gets when the caller names none. */
const defaultTimeoutMs = 500

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

async function runIn(quickjs: QuickJSWASMModule, run: FunctionRun): Promise<FunctionOutcome> {
  const started = performance.now()
  const realm = new Realm(quickjs, run.language)
  try {
    const began = performance.now()
    const { ok, json, error } = realm.execute(run, run.timeoutMs ?? defaultTimeoutMs)
    const spent = performance.now() - began
    return {
      ok,
      logs: realm.logs,
      originCalls: realm.originCalls,
      elapsedMs: performance.now() - started,
      ...(run.language !== 'nodejs' && {
        utilization: Math.min(100, Math.round((spent / allowanceMs) * 100)),
      }),
      ...(json !== undefined && { value: JSON.parse(json) }),
      ...(error && { error }),
    }
  } finally {
    realm.dispose()
  }
}

/**
 * A runner of its own. `wasmLocation` is the address of `emscripten-module.wasm` where the page serves it elsewhere than
 * beside the script; Node finds it by itself.
 */
export function createRunner(options: { readonly wasmLocation?: string } = {}): FunctionRunner {
  const chosen = options.wasmLocation ? newVariant(variant, { wasmLocation: options.wasmLocation }) : variant
  let loading: Promise<QuickJSWASMModule> | undefined
  return {
    async run(run) {
      const refusal = refusalOf(run)
      if (refusal) return refusal
      loading ??= newQuickJSWASMModuleFromVariant(chosen)
      return runIn(await loading, run)
    },
    dispose() {
      loading = undefined
    },
  }
}
