/** Runs the edge function of an event and turns every way it can fail into CloudFront's answer. */

import { cloudFrontEvent } from '#core/edge/cloudfront-event.ts'
import type { EdgeInput, EdgeOutput, EdgeRequest } from '#core/edge/http-message.ts'
import { lambdaEvent } from '#core/edge/lambda-event.ts'
import type { FunctionError, FunctionOutcome, FunctionRun, SandboxLimit } from '#core/edge/runner.ts'
import { HeaderFields } from '#core/http/header-fields.ts'
import type { Json, JsonObject } from '#core/model/field.ts'
import type { FunctionRunReport } from '#core/model/scenario.ts'
import type { CompiledFunction, FunctionEvent } from '#core/trace/compile/compiled.ts'
import type { Note, ResultType } from '#core/trace/message/message.ts'
import type { Exchange } from './exchange.ts'
import { applyOriginCalls, clashOf } from './origin-calls.ts'
import { generatedNames, isDerivedHeader, viewerAddress, viewerHeader } from './viewer-headers.ts'

interface Failure {
  readonly status: number
  readonly resultType: ResultType
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/troubleshooting-response-errors.html */
export const functionFailures: Readonly<
  Record<
    CompiledFunction['type'],
    { readonly run: Failure; readonly limit: Failure; readonly result: Failure }
  >
> = {
  'cloudfront-function': {
    run: { status: 503, resultType: 'FunctionExecutionError' },
    limit: { status: 503, resultType: 'FunctionExecutionError' },
    result: { status: 502, resultType: 'FunctionValidationError' },
  },
  'lambda@edge': {
    run: { status: 500, resultType: 'LambdaExecutionError' },
    limit: { status: 503, resultType: 'LambdaLimitExceeded' },
    result: { status: 502, resultType: 'LambdaValidationError' },
  },
}

const events = { 'cloudfront-function': cloudFrontEvent, 'lambda@edge': lambdaEvent }

/**
 * The request as a function of a viewer event sees it. CloudFront Functions see the CloudFront-* headers that a policy of
 * the behavior names; Lambda@Edge does not get them on the viewer request.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html#lambda-at-edge-restrictions-cloudfront-headers
 */
export function viewerRequestOf(
  exchange: Exchange,
  fn: CompiledFunction,
  event: 'viewer-request' | 'viewer-response',
): EdgeRequest {
  const { request } = exchange
  const headers = request.headers.copy().set('host', request.host)
  if (fn.type === 'cloudfront-function' || event === 'viewer-response')
    for (const name of generatedNames(exchange.behavior)) {
      const value = viewerHeader(exchange, name)
      if (value !== null) headers.set(name, value)
    }
  return {
    method: request.method,
    uri: request.path,
    querystring: request.query,
    headers,
    body: request.body,
  }
}

/** Takes out of a function's request what only CloudFront adds; a header that the function made itself stays. */
export function withoutGenerated(exchange: Exchange, headers: HeaderFields): HeaderFields {
  for (const name of generatedNames(exchange.behavior)) if (isDerivedHeader(name)) headers.delete(name)
  return headers
}

export const inputOf = (
  exchange: Exchange,
  event: FunctionEvent,
  fn: CompiledFunction,
  more: Pick<EdgeInput, 'request' | 'response' | 'origin'>,
): EdgeInput => ({
  event,
  distributionId: exchange.distribution?.id ?? '',
  distributionDomainName: exchange.distribution?.domainName ?? '',
  requestId: exchange.requestId,
  viewerIp: viewerAddress(exchange.request.viewer.ip),
  includeBody: fn.includeBody,
  ...more,
})

function answerFailure(exchange: Exchange, { status, resultType }: Failure): void {
  exchange.answer(status, HeaderFields.empty(), resultType)
  exchange.resultType = resultType
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/general-helper-methods.html */
const edgeLocationOf = ({ pop }: Exchange): NonNullable<FunctionRun['edgeLocation']> => ({
  name: pop.code.slice(0, 3),
  serverIp: '192.0.2.1',
  region: pop.region,
})

/** A “?” without anything behind it is an empty query string; no “?” is none. */
const rawQueryOf = (
  { request }: Exchange,
  { request: { querystring } }: EdgeInput,
): { rawQuery?: string } => {
  const hasMark = querystring !== '' || /^[^#]*\?/.test(request.url ?? '')
  return hasMark ? { rawQuery: querystring } : {}
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-lambda-at-edge */
const longestMs = (event: FunctionEvent): number => (event.startsWith('viewer') ? 5000 : 30_000)

const run = (
  exchange: Exchange,
  fn: CompiledFunction,
  input: EdgeInput,
  code: string,
): Promise<FunctionOutcome> | undefined => {
  const { runner, now } = exchange.engine
  if (!runner) return undefined
  return runner.run({
    language: fn.language,
    code,
    handler: fn.handler,
    event: events[fn.type].toEvent(input),
    ...(fn.type === 'lambda@edge' && {
      context: { functionName: fn.name, awsRequestId: exchange.requestId, memoryLimitInMB: '128' },
    }),
    keyValueStores: fn.keyValueStores,
    originIds: [...(exchange.distribution?.origins.keys() ?? [])],
    ...rawQueryOf(exchange, input),
    ...(input.event === 'viewer-request' && { edgeLocation: edgeLocationOf(exchange) }),
    now,
    ...(fn.timeoutMs !== null && { timeoutMs: Math.min(fn.timeoutMs, longestMs(input.event)) }),
  })
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A Lambda function's scripted message needs to name only what the function changes of the one that it got. */
function completed(fn: CompiledFunction, input: EdgeInput, value: Json): Json {
  if (fn.type !== 'lambda@edge' || !isObject(value)) return value
  const answers = input.response === undefined && value['status'] !== undefined
  const [record] = (events[fn.type].toEvent(input) as { Records: { cf: JsonObject }[] }).Records
  const got = record?.cf[input.response === undefined ? 'request' : 'response']
  return !answers && isObject(got) ? { ...got, ...value } : value
}

const scriptedOutcome = (fn: CompiledFunction, input: EdgeInput, value: Json): FunctionOutcome => ({
  ok: true,
  value: completed(fn, input, value),
  logs: [],
  elapsedMs: 0,
})

/** What came of a run that met a limit of our sandbox: scripted, kept where it passed the message on, else nothing. */
function beyondLimit(
  exchange: Exchange,
  fn: CompiledFunction,
  input: EdgeInput,
  outcome: FunctionOutcome & { readonly limit: SandboxLimit },
  note: Note | null,
): FunctionOutcome | null {
  const results = exchange.engine.functionResults
  const scripted = Object.hasOwn(results, fn.name) ? results[fn.name] : undefined
  // An answer that a function makes itself after we failed it is most likely its own word for our failure.
  const isKept = outcome.ok && !isGenerated(fn, input, outcome.value)
  const result = scripted !== undefined ? 'scripted' : isKept ? 'kept' : 'passed-over'
  const { cannot, what } = outcome.limit
  note?.({ is: 'sandbox-limit', name: fn.name, cannot, what, result }, [fn.path])
  if (scripted !== undefined) return { ...scriptedOutcome(fn, input, scripted), logs: outcome.logs }
  return isKept ? outcome : null
}

const isGenerated = (fn: CompiledFunction, input: EdgeInput, value: Json | undefined): boolean =>
  input.response === undefined && events[fn.type].fromResult(value, input).kind !== 'request'

/** The outcome of a function whose code is not here, or for which there is no sandbox. */
function withoutRun(
  exchange: Exchange,
  fn: CompiledFunction,
  input: EdgeInput,
  note: Note | null,
): FunctionOutcome | null {
  const results = exchange.engine.functionResults
  const scripted = Object.hasOwn(results, fn.name) ? results[fn.name] : undefined
  const why = (fn.code === null ? fn.obstacle : null) ?? 'there is no sandbox here'
  const result = scripted === undefined ? 'passed-over' : 'scripted'
  note?.({ is: 'not-run', name: fn.name, why, result }, [fn.path])
  return scripted === undefined ? null : scriptedOutcome(fn, input, scripted)
}

function report(
  exchange: Exchange,
  fn: CompiledFunction,
  input: EdgeInput,
  { logs, customData }: FunctionOutcome,
  { error, generated = false }: { readonly error: FunctionRunReport['error']; readonly generated?: boolean },
): void {
  exchange.functions.push({
    event: input.event,
    type: fn.type,
    name: fn.name,
    logs,
    error,
    generatedResponse: generated,
    ...(customData !== undefined && { customData }),
  })
}

/** The function itself failed, or met a limit of CloudFront's. */
function failedRun(
  exchange: Exchange,
  fn: CompiledFunction,
  { type, message }: FunctionError,
  note: Note | null,
): void {
  const kinds = functionFailures[fn.type]
  const failure = type === 'TimeoutError' || type === 'MemoryError' ? kinds.limit : kinds.run
  note?.(`“${fn.name}” failed: ${type}: ${message}. CloudFront answers ${failure.status}.`, [fn.path])
  answerFailure(exchange, failure)
}

/** Why CloudFront refuses what a function gave back and asked for, or what it takes. */
function takenFrom(
  exchange: Exchange,
  fn: CompiledFunction,
  input: EdgeInput,
  outcome: FunctionOutcome,
  note: Note | null,
): EdgeOutput {
  const output = events[fn.type].fromResult(outcome.value, input)
  if (output.kind === 'refused') return output
  const { originCalls = [], certificateCalls = [] } = outcome
  const misuse = clashOf(originCalls, certificateCalls) ?? applyOriginCalls(exchange, originCalls, note)
  if (misuse !== null) return { kind: 'refused', reason: `the origin cannot be set, since ${misuse}.` }
  if (certificateCalls.length > 0) exchange.certificateCalls = certificateCalls
  return output
}

/**
 * What the function made of the message; undefined where it could not run, or where it failed and CloudFront's error
 * answer is now the exchange's response.
 */
export async function runFunction(
  exchange: Exchange,
  fn: CompiledFunction,
  input: EdgeInput,
  note: Note | null,
): Promise<EdgeOutput | undefined> {
  const pending = fn.code === null ? undefined : run(exchange, fn, input, fn.code)
  const ran = pending ? await pending : withoutRun(exchange, fn, input, note)
  if (!ran) return undefined
  const { limit } = ran
  const outcome = limit ? beyondLimit(exchange, fn, input, { ...ran, limit }, note) : ran
  if (!outcome) {
    report(exchange, fn, input, ran, {
      error: { type: 'SandboxLimit', message: `Our sandbox ${limit?.what}` },
    })
    return undefined
  }
  if (outcome.error) {
    const { type, message } = outcome.error
    report(exchange, fn, input, outcome, { error: { type, message } })
    failedRun(exchange, fn, outcome.error, note)
    return undefined
  }
  const output = takenFrom(exchange, fn, input, outcome, note)
  if (output.kind === 'refused') {
    const { result } = functionFailures[fn.type]
    report(exchange, fn, input, outcome, { error: { type: result.resultType, message: output.reason } })
    note?.(`What “${fn.name}” gave back is refused with 502: ${output.reason}`, [fn.path])
    answerFailure(exchange, result)
    return undefined
  }
  const generated = output.kind === 'response' && input.response === undefined
  report(exchange, fn, input, outcome, { error: null, generated })
  const ending = pending ? 'ran' : 'gives its message on'
  note?.(
    generated
      ? `“${fn.name}” answers ${output.kind === 'response' ? output.response.status : ''} itself.`
      : `“${fn.name}” ${ending}.`,
    [fn.path],
  )
  return output
}
