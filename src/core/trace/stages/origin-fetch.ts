import type { OriginFault } from '#core/model/scenario.ts'
import type { Exchange } from '#core/trace/engine/exchange.ts'
import { defineStage, guide, inferred } from '#core/trace/engine/stage.ts'
import type { Note, OriginAnswer, OriginRequest } from '#core/trace/message/message.ts'

const faultWords: Readonly<Record<OriginFault, string>> = {
  'connect-timeout': 'no connection within the connection timeout',
  'connection-refused': 'the origin refused the connection',
  'response-timeout': 'connected, but no answer within the response timeout',
  tls: 'the TLS handshake failed: the certificate does not cover the host, has expired, or no protocol is shared',
  dns: 'the origin’s host name does not resolve',
  'connection-reset': 'the origin closed the connection',
}
const connectFaults = new Set<OriginFault>(['connect-timeout', 'connection-refused'])

/** Whether the request may be sent once more after a fault. */
function isRetried(fault: OriginFault, { origin, method }: OriginRequest): boolean {
  if (connectFaults.has(fault)) return true
  return fault === 'response-timeout' && origin.kind !== 's3' && (method === 'GET' || method === 'HEAD')
}

/** Milliseconds that a fault costs. */
const faultTime = (fault: OriginFault, request: OriginRequest) =>
  fault === 'connect-timeout'
    ? request.origin.connectionTimeout * 1000
    : fault === 'response-timeout'
      ? Math.min(request.readTimeout, request.origin.completionTimeout ?? request.readTimeout) * 1000
      : 5

function tell(
  exchange: Exchange,
  note: Note | null,
  request: OriginRequest,
  answer: OriginAnswer,
  attempt: number,
) {
  const { origin } = request
  if (!('error' in answer)) {
    exchange.report(request, { status: answer.status })
    note?.(`“${origin.id}” answers ${answer.status}.`, [origin.path], undefined, 20)
    exchange.duration += 20
    return
  }
  exchange.report(request, { error: answer.error })
  const time = faultTime(answer.error, request)
  exchange.duration += time
  note?.(
    `Attempt ${attempt} of ${origin.connectionAttempts} on “${origin.id}”: ${faultWords[answer.error]}.`,
    [[...origin.path, answer.error === 'response-timeout' ? 'CustomOriginConfig' : 'ConnectionAttempts']],
    undefined,
    time,
  )
}

/** Takes an answer; true where no further attempt follows. */
function settle(
  exchange: Exchange,
  note: Note | null,
  request: OriginRequest,
  answer: OriginAnswer,
  attempt: number,
): boolean {
  tell(exchange, note, request, answer, attempt)
  if ('error' in answer) {
    exchange.originFault = answer.error
    return !isRetried(answer.error, request)
  }
  exchange.originFault = null
  const { status, headers, body } = answer
  exchange.originResponse = { status, headers: headers.copy(), body, encodedSize: null, from: 'origin' }
  return true
}

/**
 * No attempt begins once the response completion timeout is over; that it counts from the first attempt is inferred.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html#response-completion-timeout
 */
const isOverdue = ({ duration }: Exchange, { origin }: OriginRequest): boolean =>
  origin.completionTimeout !== null && duration >= origin.completionTimeout * 1000

/** Attempts until one settles it; waits only where the origin does. */
/**
 * Nothing listens for HTTPS at a website endpoint; a log tells what came of it.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteEndpoints.html
 */
const speaksNoTls = ({ origins }: Exchange, { origin, protocol }: OriginRequest): boolean =>
  origin.kind === 's3-website' && protocol === 'https' && !origins.isRecorded

function tryFrom(
  first: number,
  exchange: Exchange,
  note: Note | null,
  request: OriginRequest,
): void | Promise<void> {
  for (let attempt = first; attempt <= request.origin.connectionAttempts; attempt += 1) {
    if (attempt > 1 && isOverdue(exchange, request)) {
      note?.(
        `The response completion timeout of ${request.origin.completionTimeout} s is over, so there is no further attempt.`,
        [[...request.origin.path, 'ResponseCompletionTimeout']],
        inferred('That the time counts from the first attempt.', 'DownloadDistValuesOrigin'),
      )
      return
    }
    const answer = speaksNoTls(exchange, request)
      ? ({ error: 'connection-refused' } as const)
      : exchange.origins.send(request, exchange.engine.now)
    if (answer instanceof Promise)
      return answer.then((arrived) =>
        settle(exchange, note, request, arrived, attempt)
          ? undefined
          : tryFrom(attempt + 1, exchange, note, request),
      )
    if (settle(exchange, note, request, answer, attempt)) return
  }
}

export const originFetch = defineStage({
  id: 'origin-fetch',
  at: 'origin',
  title: 'Origin fetch',
  explained: 'never',
  basis: { documented: guide('RequestAndResponseBehaviorCustomOrigin') },
  run(exchange, note) {
    const request = exchange.originRequest
    if (request && !exchange.originResponse) return tryFrom(1, exchange, note, request)
  },
})
