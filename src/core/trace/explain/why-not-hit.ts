/** “Why not a hit?”: why the second of two requests was not answered with what the first left in the caches. */
import { behaviorsOf, distributionsIn, type PlacedBehavior } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import type { RequestResult, ViewerRequest } from '#core/model/scenario.ts'
import { nameOf } from '#core/model/stand-in.ts'
import type { StageId } from '#core/trace/engine/pipeline.ts'
import { eventAt, eventThatIs } from './events.ts'
import { differingParts, type KeyPartKind, keySource, type PartDifference, partInWords } from './key-parts.ts'

/** A request with what came of it; `at` in milliseconds of the simulated clock. */
export interface TracedRequest {
  readonly request: ViewerRequest
  readonly result: RequestResult
  readonly at: number
}

export interface KeyDifference extends PartDifference {
  /** One sentence: which policy put it into the key, and what helps. */
  readonly why: string
  /** A JSON pointer to the setting. */
  readonly because: string | null
}

export interface HitReport {
  /** One sentence that answers the question. */
  readonly verdict: string
  readonly isHit: boolean
  readonly differences: readonly KeyDifference[]
  /** Settings behind the verdict itself, as JSON pointers. */
  readonly because: readonly string[]
}

const remedies: Readonly<Record<KeyPartKind, string>> = {
  host: '',
  path: 'The path is always in the key, and is compared by case. A function on the viewer request may bring paths together.',
  query:
    'Take it out of the list, or list only the parameters that change the answer; an origin request policy still sends the others.',
  header:
    'Take it out of the list if the answer does not depend on it; an origin request policy still sends it to the origin.',
  cookie:
    'Take it out of the list if the answer does not depend on it; an origin request policy still sends it to the origin.',
  'accept-encoding': 'Viewers that take other codings get an object of their own; that is meant.',
}

/** The behavior that a result names. */
export function behaviorOf(
  document: DesignDocument,
  distribution: LogicalId,
  result: RequestResult,
): PlacedBehavior | undefined {
  const site = distributionsIn(document).find(({ id }) => id === distribution)
  return (
    site &&
    behaviorsOf(site).find(({ behavior, index }) =>
      index === undefined ? result.behavior === '*' : nameOf(behavior.PathPattern) === result.behavior,
    )
  )
}

function keyDifferences(
  document: DesignDocument,
  distribution: LogicalId,
  first: RequestResult,
  second: RequestResult,
): KeyDifference[] {
  const behavior = behaviorOf(document, distribution, second)
  return differingParts(first.cacheKey, second.cacheKey).map((part) => {
    const { kind } = part
    const source = behavior && keySource(document, behavior.behavior, behavior.path, kind)
    const isAlways = kind === 'host' || kind === 'path'
    const why = isAlways
      ? remedies[kind]
      : `${source ? `${source.name[0]?.toUpperCase()}${source.name.slice(1)} puts it into the key (${source.setting}). ` : ''}${remedies[kind]}`
    return { ...part, why, because: isAlways ? null : (source?.pointer ?? null) }
  })
}

/** Two query strings with the same parameters in another order are two keys. */
function orderDifference(
  document: DesignDocument,
  distribution: LogicalId,
  first: RequestResult,
  second: RequestResult,
): KeyDifference[] {
  const [one, two] = [first.cacheKey?.query ?? '', second.cacheKey?.query ?? '']
  if (one === two) return []
  const behavior = behaviorOf(document, distribution, second)
  const source = behavior && keySource(document, behavior.behavior, behavior.path, 'query')
  return [
    {
      kind: 'query',
      name: '',
      first: one,
      second: two,
      why: 'The parameters are the same in another order, and CloudFront compares the text. Send them in one order, or sort them in a function on the viewer request.',
      because: source?.pointer ?? null,
    },
  ]
}

const placeOf = (result: RequestResult) => String(result.headers['x-amz-cf-pop'] ?? '')
const methodOf = ({ method = 'GET' }: ViewerRequest) => method.toUpperCase()
/** GET and HEAD share an object; OPTIONS has its own. */
const family = (request: ViewerRequest) => (methodOf(request) === 'OPTIONS' ? 'OPTIONS' : 'GET')

const answer = (verdict: string, because: readonly string[] = [], isHit = false): HitReport => ({
  verdict,
  isHit,
  differences: [],
  because,
})

/** The second never came to the caches, or was a hit. */
function atOnce({ result }: TracedRequest): HitReport | undefined {
  if (result.resultType === 'Hit')
    return answer(`It was a hit, served by ${result.servedBy.replaceAll('-', ' ')}.`, [], true)
  if (result.resultType === 'RefreshHit')
    return answer(
      'It was a refresh hit: the object had expired, and the origin confirmed with a 304 that it is still good.',
      eventAt(result, 'revalidation')?.because,
      true,
    )
  if (result.cacheKey) return undefined
  const bypass = eventThatIs(result, 'bypass')
  if (bypass) return answer(bypass.detail, bypass.because)
  const ending: StageId = 'response-headers'
  const last = result.events.findLast(({ stage }) => stage !== ending)
  return answer(
    `CloudFront answered before it looked into a cache: ${last?.detail ?? `status ${result.status}`}`,
    last?.because,
  )
}

/** The keys are the same, so it lies in what was stored, or where. */
function sameKey(first: TracedRequest, second: TracedRequest): HitReport {
  const { detail: kept = '', because: storing } = eventAt(first.result, 'cache-store') ?? {}
  const wasAnsweredFromCache = first.result.resultType === 'Hit' || first.result.resultType === 'RefreshHit'
  if (first.result.ttl === null && !wasAnsweredFromCache)
    return answer(`Both have the same key, but the first left nothing in the caches. ${kept}`.trim(), storing)
  const passed = Math.round((second.at - first.at) / 1000)
  const { ttl } = first.result
  if (ttl === 0)
    return answer(
      `Both have the same key, but the first was stored with 0 s of freshness, so each request asks the origin again. ${kept}`.trim(),
      storing,
    )
  if (ttl !== null && passed >= ttl)
    return answer(
      `Both have the same key, but the object was fresh for ${ttl} s, and the second request came ${passed} s later. ${kept}`.trim(),
      storing,
    )
  const places = [placeOf(first.result), placeOf(second.result)]
  if (places[0] !== places[1])
    return answer(
      `Both have the same key, but they came to two points of presence (${places[0]} and ${places[1]}), each with a cache of its own, and no cache behind both held the object. Origin Shield gives all of them one cache before the origin.`,
    )
  return answer(
    'Both have the same key, so the object has left the caches in between: by an invalidation, by an eviction, or because the design was changed, which starts with cold caches here.',
  )
}

/**
 * Says why `second` was not a hit on what `first` left; `first` is the earlier of the two.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-the-cache-key.html
 */
export function whyNotHit(
  document: DesignDocument,
  distribution: LogicalId,
  first: TracedRequest,
  second: TracedRequest,
): HitReport {
  const early = atOnce(second)
  if (early) return early
  if (!first.result.cacheKey) {
    const bypass = eventThatIs(first.result, 'bypass')
    return answer(
      `The first request left nothing: ${bypass?.detail ?? 'it was answered before CloudFront looked into a cache.'}`,
      bypass?.because,
    )
  }
  if (family(first.request) !== family(second.request))
    return answer('An OPTIONS request is cached on its own, apart from GET and HEAD.')
  const parts = keyDifferences(document, distribution, first.result, second.result)
  const differences =
    parts.length > 0 ? parts : orderDifference(document, distribution, first.result, second.result)
  if (differences.length === 0) return sameKey(first, second)
  const names = differences.map((part) =>
    part.kind === 'query' && part.name === '' ? 'the order of the query string' : partInWords(part),
  )
  return {
    verdict: `The two requests have different cache keys: they differ in ${names.join(', ')}.`,
    isHit: false,
    differences,
    because: differences.flatMap(({ because }) => (because === null ? [] : [because])),
  }
}
