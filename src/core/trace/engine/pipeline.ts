/** The order in which CloudFront does things; change it only with a page that says so. */

import { allowedMethods } from '#core/trace/stages/allowed-methods.ts'
import { cacheBehavior } from '#core/trace/stages/cache-behavior.ts'
import { cacheKey } from '#core/trace/stages/cache-key.ts'
import { cacheStore } from '#core/trace/stages/cache-store.ts'
import { edgeCache, originShield, regionalEdgeCache } from '#core/trace/stages/cache-tiers.ts'
import { compression } from '#core/trace/stages/compression.ts'
import { customErrorResponse } from '#core/trace/stages/custom-error-response.ts'
import { defaultRootObject } from '#core/trace/stages/default-root-object.ts'
import { distributionMatch } from '#core/trace/stages/distribution.ts'
import { fieldLevelEncryption } from '#core/trace/stages/field-level-encryption.ts'
import { geoRestriction } from '#core/trace/stages/geo-restriction.ts'
import { accessStage } from '#core/trace/stages/origin-access.ts'
import { originFailover } from '#core/trace/stages/origin-failover.ts'
import { originFetch } from '#core/trace/stages/origin-fetch.ts'
import { originRequest } from '#core/trace/stages/origin-request.ts'
import { originRequestFunction } from '#core/trace/stages/origin-request-function.ts'
import { originResponse } from '#core/trace/stages/origin-response.ts'
import { originResponseFunction } from '#core/trace/stages/origin-response-function.ts'
import { requestForm } from '#core/trace/stages/request-form.ts'
import { responseHeaders } from '#core/trace/stages/response-headers.ts'
import { responseHeadersPolicy } from '#core/trace/stages/response-headers-policy.ts'
import { revalidation } from '#core/trace/stages/revalidation.ts'
import { signedRequest } from '#core/trace/stages/signed-request.ts'
import { viewerAnswer } from '#core/trace/stages/viewer-answer.ts'
import { viewerMtls } from '#core/trace/stages/viewer-mtls.ts'
import { viewerProtocolPolicy } from '#core/trace/stages/viewer-protocol-policy.ts'
import { viewerRequestFunction } from '#core/trace/stages/viewer-request-function.ts'
import { viewerResponseFunction } from '#core/trace/stages/viewer-response-function.ts'
import { webAcl } from '#core/trace/stages/web-acl.ts'
import type { CacheTier } from './cache.ts'
import type { Exchange, Recorder } from './exchange.ts'
import type { Stage } from './stage.ts'

/** From the viewer to the caches. A stage that answers ends this part. */
export const viewerStages = [
  distributionMatch,
  viewerMtls,
  requestForm,
  cacheBehavior,
  webAcl,
  geoRestriction,
  viewerProtocolPolicy,
  allowedMethods,
  signedRequest,
  viewerRequestFunction,
  defaultRootObject,
] as const satisfies readonly Stage[]
/** For the object itself; the fetch of a custom error page starts here. */
export const cacheStages = [
  cacheKey,
  edgeCache,
  regionalEdgeCache,
  originShield,
] as const satisfies readonly Stage[]
/** Once for every origin that is tried. */
export const originStages = [
  originRequest,
  fieldLevelEncryption,
  originRequestFunction,
  accessStage,
  originFetch,
  originResponseFunction,
  originFailover,
] as const satisfies readonly Stage[]
/** What becomes of the origin's answer. */
export const storeStages = [
  originResponse,
  revalidation,
  compression,
  cacheStore,
] as const satisfies readonly Stage[]
/** Back to the viewer; each stage decides whether it applies. */
export const responseStages = [
  viewerAnswer,
  customErrorResponse,
  responseHeadersPolicy,
  viewerResponseFunction,
  responseHeaders,
] as const satisfies readonly Stage[]

/** Every stage in the order of a request that misses. */
export const stageList = [
  ...viewerStages,
  ...cacheStages,
  ...originStages,
  ...storeStages,
  ...responseStages,
] as const satisfies readonly Stage[]

export type StageId = (typeof stageList)[number]['id']

type Until = (exchange: Exchange) => boolean
const answered: Until = (exchange) => exchange.response !== null
const answeredOrFound: Until = (exchange) => exchange.response !== null || exchange.found !== null
const never: Until = () => false

/** Runs stages in order; synchronous as long as they are. */
function run(
  stages: readonly Stage[],
  exchange: Exchange,
  recorder: Recorder | null,
  until: Until,
  start = 0,
): void | Promise<void> {
  for (let index = start; index < stages.length; index += 1) {
    if (until(exchange)) return
    const stage = stages[index] as Stage // the index is below the length
    const pending = stage.run(exchange, recorder === null ? null : recorder.noteOf(stage, exchange))
    if (pending) return runAfter(pending, stages, exchange, recorder, until, index + 1)
  }
}
// Apart, because a closure in the loop would cost every request an allocation per step.
const runAfter = (
  pending: Promise<void>,
  stages: readonly Stage[],
  exchange: Exchange,
  recorder: Recorder | null,
  until: Until,
  start: number,
) => pending.then(() => run(stages, exchange, recorder, until, start))

/** What is still under way, or nothing where it has been done at once. */
type Pending = void | Promise<void>
const then = (pending: Pending, next: () => Pending): Pending => (pending ? pending.then(next) : next())

/** Asks the origins of the behavior's target, one after the other, and keeps what may be kept. */
function askOrigins(exchange: Exchange, recorder: Recorder | null): Pending {
  exchange.nextOrigin = false
  return then(run(originStages, exchange, recorder, never), () => {
    if (!exchange.nextOrigin) return run(storeStages, exchange, recorder, never)
    exchange.originIndex += 1
    return askOrigins(exchange, recorder)
  })
}

const needsOrigin = (exchange: Exchange) => exchange.response === null && exchange.found === null

const fetchId = ({ place }: CacheTier, method: string, key: string) => `${place} ${method} ${key}`

/**
 * Request collapsing: a request for what is being fetched waits, and looks again. Requests whose cookies are forwarded
 * never wait.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html#request-custom-traffic-spikes
 */
function collapse(exchange: Exchange, recorder: Recorder | null): Pending {
  const { behavior, cacheKeyText, engine, tiers } = exchange
  const edge = tiers[0]
  const sendsCookies = behavior?.key.cookies.mode !== 'none' || behavior.forward.cookies.mode !== 'none'
  if (cacheKeyText === null || !edge || sendsCookies) return askOrigins(exchange, recorder)
  const { method } = exchange.request
  const isAnyUnderWay = engine.fetching.size > 0
  const first = isAnyUnderWay ? engine.fetching.get(fetchId(edge, method, cacheKeyText)) : undefined
  if (first)
    return first
      .then(() => run(cacheStages.slice(1), exchange, recorder, answeredOrFound))
      .then(() => (needsOrigin(exchange) ? askOrigins(exchange, recorder) : undefined))
  const fetching = askOrigins(exchange, recorder)
  if (!fetching) return
  const id = fetchId(edge, method, cacheKeyText)
  const ended = fetching.finally(() => engine.fetching.delete(id))
  engine.fetching.set(id, ended)
  return ended
}

/** `stale-while-revalidate`: the viewer has been answered; the object is refreshed behind. */
function refreshBehind(exchange: Exchange, recorder: Recorder | null): Pending {
  const { response, servedBy, resultType, detailedResultType } = exchange
  exchange.stale = exchange.found
  exchange.found = null
  return then(askOrigins(exchange, recorder), () => {
    Object.assign(exchange, { response, servedBy, resultType, detailedResultType })
  })
}

/** The rest of a request's way, from the part numbered `from`: it goes on at once as long as nothing has to wait. */
function serveFrom(from: number, exchange: Exchange, recorder: Recorder | null): Pending {
  for (let part = from; part < parts.length; part += 1) {
    const pending = parts[part]?.(exchange, recorder)
    if (pending) return serveAfter(pending, part + 1, exchange, recorder)
  }
}
// Apart, because a closure in the loop would cost every request an allocation per step.
const serveAfter = (pending: Promise<void>, from: number, exchange: Exchange, recorder: Recorder | null) =>
  pending.then(() => serveFrom(from, exchange, recorder))
const parts: readonly ((exchange: Exchange, recorder: Recorder | null) => Pending)[] = [
  (exchange, recorder) => run(viewerStages, exchange, recorder, answered),
  (exchange, recorder) => run(cacheStages, exchange, recorder, answeredOrFound),
  (exchange, recorder) => (needsOrigin(exchange) ? collapse(exchange, recorder) : undefined),
  (exchange, recorder) => run(responseStages, exchange, recorder, never),
  (exchange) => exchange.onAnswer?.(exchange),
  (exchange, recorder) => (exchange.refreshesBehind ? refreshBehind(exchange, recorder) : undefined),
]

const servedFrom =
  (part: number) =>
  (exchange: Exchange, recorder: Recorder | null = null): Exchange | Promise<Exchange> => {
    const pending = serveFrom(part, exchange, recorder)
    return pending ? pending.then(() => exchange) : exchange
  }

/** Serves one request from beginning to end; at once where no stage has to wait. */
export const serve = servedFrom(0)
/** Goes on with a request for which the caches have been looked into. */
export const serveFromCaches = servedFrom(2)
/** Goes on with a request whose object was found. */
export const serveFound = servedFrom(3)

/** Fetches an object as a viewer's GET would, without viewer stages, custom errors or response stages. */
export async function fetchObject(exchange: Exchange, recorder: Recorder | null): Promise<void> {
  await run(cacheStages, exchange, recorder, answeredOrFound)
  if (needsOrigin(exchange)) await askOrigins(exchange, recorder)
  await run([viewerAnswer], exchange, recorder, never)
}
