/** Runs the edge function of an event and turns every way it can fail into CloudFront's answer. */

import { cloudFrontEvent } from '#core/edge/cloudfront-event.ts'
import type { EdgeInput, EdgeOutput, EdgeRequest } from '#core/edge/http-message.ts'
import { lambdaEvent } from '#core/edge/lambda-event.ts'
import type { FunctionOutcome, FunctionRun } from '#core/edge/runner.ts'
import { HeaderFields } from '#core/http/header-fields.ts'
import type { CompiledFunction, FunctionEvent } from '#core/trace/compile/compiled.ts'
import type { Note, ResultType } from '#core/trace/message/message.ts'
import type { Exchange } from './exchange.ts'
import { applyOriginCalls } from './origin-calls.ts'
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
    rawQuery: input.request.querystring,
    ...(input.event === 'viewer-request' && { edgeLocation: edgeLocationOf(exchange) }),
    now,
    ...(fn.timeoutMs !== null && { timeoutMs: Math.min(fn.timeoutMs, 5000) }),
  })
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
  if (!pending) {
    note?.(
      fn.code === null
        ? `“${fn.name}” is passed over: ${fn.obstacle}.`
        : `There is no sandbox here, so “${fn.name}” is passed over.`,
      [fn.path],
    )
    return undefined
  }
  const outcome = await pending
  const kinds = functionFailures[fn.type]
  const read = outcome.ok ? events[fn.type].fromResult(outcome.value, input) : undefined
  const misuse =
    read && read.kind !== 'refused' && outcome.originCalls
      ? applyOriginCalls(exchange, outcome.originCalls, note)
      : null
  const output: EdgeOutput | undefined =
    misuse === null ? read : { kind: 'refused', reason: `the origin cannot be set, since ${misuse}.` }
  const refused =
    output?.kind === 'refused' ? { type: kinds.result.resultType, message: output.reason } : null
  const error = outcome.error ? { type: outcome.error.type, message: outcome.error.message } : refused
  const generated = output?.kind === 'response' && input.response === undefined
  exchange.functions.push({
    event: input.event,
    type: fn.type,
    name: fn.name,
    logs: outcome.logs,
    error,
    generatedResponse: generated,
  })
  if (!output) {
    const isLimit = outcome.error?.type === 'TimeoutError' || outcome.error?.type === 'MemoryError'
    const failure = isLimit ? kinds.limit : kinds.run
    note?.(`“${fn.name}” failed: ${error?.type}: ${error?.message}. CloudFront answers ${failure.status}.`, [
      fn.path,
    ])
    answerFailure(exchange, failure)
    return undefined
  }
  if (output.kind === 'refused') {
    note?.(`What “${fn.name}” gave back is refused with 502: ${output.reason}`, [fn.path])
    answerFailure(exchange, kinds.result)
    return undefined
  }
  note?.(
    generated
      ? `“${fn.name}” answers ${output.kind === 'response' ? output.response.status : ''} itself.`
      : `“${fn.name}” ran.`,
    [fn.path],
  )
  return output
}
