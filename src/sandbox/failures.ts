/** What a run's failure is: the function's own, CloudFront's limit, or something that our sandbox cannot do. */
import type { FunctionError, FunctionOutcome, SandboxLimit } from '#core/edge/runner.ts'

export interface Thrown {
  readonly name?: string | undefined
  readonly message?: string | undefined
  readonly stack?: string | undefined
}

export const timedOut = (ms: number): FunctionError => ({
  type: 'TimeoutError',
  message: `The function took more than it is given: what a calm machine does in ${ms} ms`,
})

/** An outcome's error where the sandbox is to blame. */
export const ours = (limit: SandboxLimit): FunctionError => ({
  type: 'SandboxLimit',
  message: `Our sandbox ${limit.what}`,
})

export const hung: SandboxLimit = {
  cannot: 'time',
  what: 'gave up after waiting too long: this machine is busy, or a single call took all the time',
}

/** An outcome without a run of ours to speak of. */
export const notRun = (limit: SandboxLimit): FunctionOutcome => ({
  ok: false,
  logs: [],
  elapsedMs: 0,
  error: ours(limit),
  limit,
})

export const brokenDown = (message: string): FunctionOutcome =>
  notRun({ cannot: 'engine', what: `broke down: ${message}` })

const stackOverflow = /stack overflow/

/** The error with its place in the user's source. `indent`: what stands before it on line 1. */
export function errorOf({ name = 'Error', message = '', stack = '' }: Thrown, indent: number): FunctionError {
  if (/out of memory/.test(message))
    return { type: 'MemoryError', message: 'The function used more memory than it is given' }
  const place = /function\.js:(\d+)(?::(\d+))?/.exec(stack)
  const overflows = stackOverflow.test(message) && name === 'InternalError'
  const column = Number(place?.[2]) - (place?.[1] === '1' ? indent : 0)
  return {
    type: overflows ? 'RangeError' : name,
    message: overflows ? 'Maximum call stack size exceeded' : message,
    ...(place && { line: Number(place[1]) }),
    ...(place?.[2] && { column: Math.max(1, column) }),
  }
}

/** How deep lists and objects lie in a JSON text; deeper ones than these cannot cross to the page. */
export const deepest = 500

export function isTooDeep(json: string): boolean {
  let depth = 0
  let inText = false
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at)
    if (inText) {
      if (code === 92) at += 1
      else if (code === 34) inText = false
    } else if (code === 34) inText = true
    else if (code === 91 || code === 123) depth += 1
    else if (code === 93 || code === 125) depth -= 1
    if (depth > deepest) return true
  }
  return false
}
