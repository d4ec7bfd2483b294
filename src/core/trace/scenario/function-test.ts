/**
 * One run of one edge function on an event, outside of a request: what `aws cloudfront test-function` does, and the same
 * for Lambda@Edge. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/test-function.html
 */
import { cloudFrontEvent } from '#core/edge/cloudfront-event.ts'
import type { EdgeInput, EdgeOutput } from '#core/edge/http-message.ts'
import { lambdaEvent } from '#core/edge/lambda-event.ts'
import { readEvent } from '#core/edge/read-event.ts'
import type { FunctionError, FunctionOutcome, FunctionRunner } from '#core/edge/runner.ts'
import type { Json, JsonObject } from '#core/model/field.ts'
import type { CompiledFunction, FunctionEvent } from '#core/trace/compile/compiled.ts'
import { functionFailures } from '#core/trace/engine/edge-run.ts'

export interface FunctionTest {
  readonly event: FunctionEvent
  /** `{ "request": … }` or `{ "response": … }` as the handler gave it back; null where it failed. */
  readonly output: JsonObject | null
  readonly logs: readonly string[]
  readonly error: FunctionError | null
  /** What CloudFront answers the viewer where the function failed or its result is refused; else null. */
  readonly status: number | null
  readonly generatedResponse: boolean
  /** CloudFront Functions' estimate, 0 to 100; null for Lambda@Edge. */
  readonly utilization: number | null
}

const shapes = { 'cloudfront-function': cloudFrontEvent, 'lambda@edge': lambdaEvent }

const nothing = (event: FunctionEvent): FunctionTest => ({
  event,
  output: null,
  logs: [],
  error: null,
  status: null,
  generatedResponse: false,
  utilization: null,
})

const refusal = (fn: CompiledFunction, reason: string): FunctionError => ({
  type: functionFailures[fn.type].result.resultType,
  message: reason,
})

function judged(fn: CompiledFunction, input: EdgeInput, outcome: FunctionOutcome): FunctionTest {
  const { logs, error, value, utilization = null } = outcome
  const kinds = functionFailures[fn.type]
  const base = { ...nothing(input.event), logs, utilization }
  if (error) {
    // Our sandbox could not do it, so nothing is known of CloudFront's answer.
    if (error.type === 'SandboxLimit') return { ...base, error }
    const isLimit = error.type === 'TimeoutError' || error.type === 'MemoryError'
    return { ...base, error, status: (isLimit ? kinds.limit : kinds.run).status }
  }
  const output: EdgeOutput = shapes[fn.type].fromResult(value, input)
  if (output.kind === 'refused')
    return { ...base, error: refusal(fn, output.reason), status: kinds.result.status }
  return {
    ...base,
    output: { [output.kind]: value ?? null },
    generatedResponse: output.kind === 'response' && input.response === undefined,
  }
}

export interface TestSurroundings {
  readonly runner: FunctionRunner | undefined
  /** Milliseconds of the simulated clock. */
  readonly now: number
  /** The origins that a function may choose; empty where they are not known. */
  readonly originIds?: readonly string[]
}

/** Runs a function on an event in AWS's shape. What the function or the event does wrong is in the result. */
export async function testFunction(
  fn: CompiledFunction,
  event: Json,
  { runner, now, originIds = [] }: TestSurroundings,
): Promise<FunctionTest> {
  const input = readEvent(fn.type, event)
  if (!input.ok) return { ...nothing('viewer-request'), error: { type: 'EventError', message: input.error } }
  const { code } = fn
  const obstacle = !runner ? 'there is no sandbox here' : fn.obstacle
  if (!runner || code === null)
    return {
      ...nothing(input.value.event),
      error: { type: 'NotRun', message: `“${fn.name}” was not run: ${obstacle}.` },
    }
  const outcome = await runner.run({
    language: fn.language,
    code,
    handler: fn.handler,
    // readEvent took it, so it is an object.
    event: event as JsonObject,
    ...(fn.type === 'lambda@edge' && {
      context: { functionName: fn.name, awsRequestId: input.value.requestId, memoryLimitInMB: '128' },
    }),
    keyValueStores: fn.keyValueStores,
    originIds,
    ...(input.value.request.querystring !== '' && { rawQuery: input.value.request.querystring }),
    ...(input.value.event === 'viewer-request' && {
      edgeLocation: { name: 'FRA', serverIp: '192.0.2.1', region: 'eu-central-1' },
    }),
    now,
    ...(fn.timeoutMs !== null && { timeoutMs: Math.min(fn.timeoutMs, 5000) }),
  })
  return judged(fn, input.value, outcome)
}
