/**
 * Runs an edge function once for each event that it can tell apart. What a function's code never mentions is left out of
 * the comparison; code that looks at the clock, at chance or at the request's id is run every time.
 */
import type { FunctionOutcome, FunctionRun, FunctionRunner } from '#core/edge/runner.ts'
import type { Json, JsonObject } from '#core/model/field.ts'

const unsteady = /\b(Date|random|performance|hrtime|requestId|awsRequestId|context)\b/

/** Outcomes kept; the oldest go first. */
const kept = 200_000

/** Parts of an event that only an id or an address makes different from the next. */
function comparable(event: JsonObject, code: string): string {
  return JSON.stringify(event, (name: string, value: Json) => {
    if (name === 'requestId') return undefined
    if ((name === 'ip' || name === 'clientIp') && !/\b(ip|clientIp|viewer)\b/.test(code)) return undefined
    return value
  })
}

/** A runner that remembers. */
export function memoRunner(runner: FunctionRunner): FunctionRunner {
  const outcomes = new Map<string, FunctionOutcome>()
  const codes = new Map<string, number>()
  const steady = new Map<string, boolean>()
  const numberOf = (code: string) => {
    const known = codes.get(code) ?? codes.size
    codes.set(code, known)
    return known
  }
  const isSteady = (code: string) => {
    const known = steady.get(code) ?? !unsteady.test(code)
    steady.set(code, known)
    return known
  }
  return {
    async run(run: FunctionRun) {
      if (!isSteady(run.code)) return runner.run(run)
      const key = `${numberOf(run.code)} ${run.handler} ${comparable(run.event, run.code)}`
      const known = outcomes.get(key)
      if (known) return known
      const outcome = await runner.run(run)
      if (outcomes.size >= kept) {
        const [oldest] = outcomes.keys()
        if (oldest !== undefined) outcomes.delete(oldest)
      }
      outcomes.set(key, outcome)
      return outcome
    },
    dispose: () => runner.dispose(),
  }
}
