/** Changes that may make the second of two requests a hit. They are tried afterwards, so each may be proposed too often. */
import { tuningEdit } from '#core/edits/tuning.ts'
import { queryParameters } from '#core/http/query-string.ts'
import { distributionsIn, originsOf, type PlacedBehavior } from '#core/model/distribution.ts'
import { applyEdit, combine, setAt } from '#core/model/edit.ts'
import { known, knownItems } from '#core/model/field.ts'
import { policyBehind } from '#core/model/managed-policies.ts'
import type { OriginRule, RequestResult, ScriptedOrigins, ViewerRequest } from '#core/model/scenario.ts'
import { nameOf } from '#core/model/stand-in.ts'
import type { TtlTuning, Tuning } from '#core/model/tuning.ts'
import { differingParts, type KeyPartKind } from '#core/trace/explain/key-parts.ts'
import { behaviorOf, type TracedRequest } from '#core/trace/explain/why-not-hit.ts'
import type { Candidate, Played } from './remedy.ts'
import { behaviorInWords, settingsInWords } from './setting-words.ts'

type Pair = readonly [first: TracedRequest, second: TracedRequest]
type Results = readonly [first: RequestResult, second: RequestResult]

const day = 86_400
const year = 31_536_000
/** The first round time that is longer than what passed. */
const longerThan = (seconds: number): number =>
  [60, 3600, day, 7 * day, year].find((one) => one > seconds) ?? 0

const patternOf = ({ behavior, index }: PlacedBehavior): string =>
  index === undefined || !('PathPattern' in behavior) ? '*' : nameOf(behavior.PathPattern)

const tunable: Partial<Readonly<Record<KeyPartKind, Extract<Tuning, { kind: 'leave-out' }>['part']>>> = {
  query: 'query string',
  header: 'header',
  cookie: 'cookie',
}

/** Everything by which the keys differ is taken out of the key, in one change: less would leave two keys. */
function leavingOut(
  { document, distribution }: Played,
  placed: PlacedBehavior,
  [one, two]: Results,
): Candidate[] {
  const differing = differingParts(one.cacheKey, two.cacheKey)
  const parts = new Map<NonNullable<(typeof tunable)[KeyPartKind]>, string[]>()
  for (const { kind, name } of differing) {
    const part = tunable[kind]
    if (part === undefined) return []
    parts.set(part, [...(parts.get(part) ?? []), name])
  }
  let changing = document
  const edits = [...parts].map(([part, names]) => {
    const edit = tuningEdit(changing, distribution, {
      kind: 'leave-out',
      pattern: patternOf(placed),
      part,
      names,
    })
    if (edit) changing = applyEdit(changing, edit)
    return edit
  })
  const found = edits.filter((edit) => edit !== null)
  if (found.length === 0 || found.length < edits.length) return []
  const edit = combine(found.map(({ label }) => label).join('; '), found)
  return [
    {
      text: settingsInWords(document, edit, placed),
      mind: 'Right only where the answer is the same for both: the second viewer gets what the first was sent. The origin is then sent it only where an origin request policy names it.',
      edit,
    },
  ]
}

/** Parameters in one order, as a function on the viewer request can bring them. */
function sortedQuery(request: ViewerRequest): ViewerRequest {
  const [address = '', query] = request.url.split('?', 2)
  if (query === undefined) return request
  const sorted = queryParameters(query).map(({ text }) => text)
  return { ...request, url: `${address}?${sorted.sort().join('&')}` }
}

function ofTheRequest([first, second]: Pair, [one, two]: Results): Candidate[] {
  const methods = [first, second].map(({ request }) => (request.method ?? 'GET').toUpperCase())
  const uncached = methods.find((method) => method !== 'GET' && method !== 'HEAD')
  const isPlain = [first, second].some(({ request }) => request.url.startsWith('http:'))
  const isOrder =
    one.cacheKey !== null &&
    one.cacheKey.query !== two.cacheKey?.query &&
    differingParts(one.cacheKey, two.cacheKey).length === 0
  return [
    ...(uncached === undefined
      ? []
      : [
          {
            text: `Send both requests as GET: ${uncached === 'OPTIONS' ? 'OPTIONS has objects of its own' : `of ${uncached} nothing is kept`}.`,
            mind: 'Right only where the request changes nothing at the origin.',
            edit: null,
            request: ({ method: _, body: __, ...request }: ViewerRequest) => request,
          },
        ]),
    ...(isPlain
      ? [
          {
            text: 'Ask by https: from the start: a redirect is answered without a look into the caches.',
            mind: 'Links and the site’s own addresses have to say https: for it.',
            edit: null,
            request: (request: ViewerRequest) => ({
              ...request,
              url: request.url.replace(/^http:/, 'https:'),
            }),
          },
        ]
      : []),
    ...(isOrder
      ? [
          {
            text: 'Have the query parameters in one order: where they are written, or by a function on the viewer request that sorts them.',
            mind: 'Right only where the origin does not care for their order.',
            edit: null,
            request: sortedQuery,
          },
        ]
      : []),
  ]
}

/** Longer TTLs, one setting at a time. */
function ofTheTtls({ document, distribution }: Played, placed: PlacedBehavior, seconds: number): Candidate[] {
  const { behavior } = placed
  const config = policyBehind(document, 'CachePolicy', behavior.CachePolicyId)
  const most = known(config ? config.MaxTTL : behavior.MaxTTL) ?? year
  const tries: readonly TtlTuning['ttls'][] = [
    { DefaultTTL: seconds, ...(most < seconds && { MaxTTL: seconds }) },
    ...(most < seconds ? [{ MaxTTL: seconds }] : []),
  ]
  return tries.flatMap((ttls): Candidate[] => {
    const edit = tuningEdit(document, distribution, { kind: 'ttl', pattern: patternOf(placed), ttls })
    if (!edit) return []
    const mind = 'A change at the origin is then seen that much later, unless the path is invalidated.'
    return [{ text: settingsInWords(document, edit, placed), mind, edit }]
  })
}

const cachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad'
const cachingOptimized = '658327ea-f89d-4fab-a63d-7e88639e58f6'

/** Settings of the behavior by which nothing of it is kept. */
function ofTheBehavior(placed: PlacedBehavior, [first, second]: Pair): Candidate[] {
  const { behavior, path } = placed
  const where = behaviorInWords(placed)
  const candidates: Candidate[] = []
  if (known(behavior.CachePolicyId) === cachingDisabled)
    candidates.push({
      text: `Give ${where} the managed cache policy “Managed-CachingOptimized” in place of “Managed-CachingDisabled”.`,
      mind: 'Right only where the answer is the same for all viewers.',
      edit: setAt([...path, 'CachePolicyId'], cachingOptimized, `Cache what ${where} serves`),
    })
  if (knownItems(known(behavior.ForwardedValues)?.Headers).includes('*'))
    candidates.push({
      text: `In ${where}, take “*” out of ForwardedValues.Headers, and list only the headers that the origin needs.`,
      mind: 'It was traced with an empty list; the origin is sent only what the list names.',
      edit: setAt([...path, 'ForwardedValues', 'Headers'], [], `Forward no headers by ${where}`),
    })
  const methods = known(behavior.AllowedMethods)
  const asksOptions = [first, second].every(({ request }) => request.method?.toUpperCase() === 'OPTIONS')
  if (methods && asksOptions && !knownItems(methods.CachedMethods).includes('OPTIONS'))
    candidates.push({
      text: `In ${where}, set CachedMethods to “GET”, “HEAD”, “OPTIONS”.`,
      mind: 'What an OPTIONS request asks by its headers has to be in the key then.',
      edit: setAt([...path, 'AllowedMethods', 'CachedMethods'], ['GET', 'HEAD', 'OPTIONS'], 'Cache OPTIONS'),
    })
  return candidates
}

/** The scripts with other headers in what they answer; `undefined` takes one away. */
const answering =
  (headers: Readonly<Record<string, string | undefined>>) =>
  (origins: ScriptedOrigins): ScriptedOrigins => {
    const gone = new Set(Object.keys(headers).map((name) => name.toLowerCase()))
    const set = Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    )
    const other = (rule: OriginRule): OriginRule =>
      rule.error
        ? rule
        : {
            ...rule,
            response: {
              ...rule.response,
              headers: {
                ...Object.fromEntries(
                  Object.entries(rule.response?.headers ?? {}).filter(
                    ([name]) => !gone.has(name.toLowerCase()),
                  ),
                ),
                ...Object.fromEntries(set),
              },
            },
          }
    return Object.fromEntries(Object.entries(origins).map(([id, rules]) => [id, rules.map(other)]))
  }

function ofTheOrigin([one, two]: Results, seconds: number): Candidate[] {
  const origin = (one.originRequests.at(-1) ?? two.originRequests.at(-1))?.origin
  if (origin === undefined) return []
  const varies = String(one.headers['vary'] ?? '').includes('*')
  const control = `public, max-age=${seconds}`
  return [
    {
      text: `Have the origin “${origin}” answer with “Cache-Control: ${control}”.`,
      mind: 'Right only where the answer is the same for all viewers, and may be that old.',
      edit: null,
      origins: answering({ 'Cache-Control': control, Expires: undefined }),
    },
    ...(varies
      ? [
          {
            text: `Have the origin “${origin}” leave “Vary: *” out of its answers.`,
            mind: 'Right only where the answer is the same for all viewers.',
            edit: null,
            origins: answering({ Vary: undefined }),
          },
        ]
      : []),
  ]
}

/** One cache before the origin, for all points of presence. */
function ofTheShield({ document, distribution }: Played, [one, two]: Results): Candidate[] {
  const placeOf = ({ headers }: RequestResult) => String(headers['x-amz-cf-pop'] ?? '')
  if (placeOf(one) === placeOf(two)) return []
  const site = distributionsIn(document).find(({ id }) => id === distribution)
  const origin =
    site && originsOf(site).find(({ value }) => nameOf(value.Id) === two.originRequests.at(-1)?.origin)
  if (!origin || known(known(origin.value.OriginShield)?.Enabled) === true) return []
  const id = nameOf(origin.value.Id)
  return [
    {
      text: `Turn on Origin Shield for the origin “${id}”, in the Region nearest to it.`,
      mind: 'It was traced with us-east-1. Requests that Origin Shield takes are billed.',
      edit: setAt(
        [...origin.path, 'OriginShield'],
        { Enabled: true, OriginShieldRegion: 'us-east-1' },
        `Turn on Origin Shield for “${id}”`,
      ),
    },
  ]
}

/** What may help, the design's own settings first. */
export function candidatesFor(base: Played, pair: Pair, results: Results): readonly Candidate[] {
  const [first, second] = pair
  const placed = behaviorOf(base.document, base.distribution, results[1])
  const seconds = longerThan((second.at - first.at) / 1000)
  const isKept = placed && results.every(({ cacheKey }) => cacheKey !== null)
  const request = ofTheRequest(pair, results)
  if (!placed) return request
  if (isKept && differingParts(results[0].cacheKey, results[1].cacheKey).length > 0)
    return [...leavingOut(base, placed, results), ...request]
  return [
    ...ofTheBehavior(placed, pair),
    ...(seconds > 0 ? ofTheTtls(base, placed, isKept ? seconds : Math.max(seconds, day)) : []),
    ...request,
    ...ofTheShield(base, results),
    ...(seconds > 0 ? ofTheOrigin(results, seconds) : []),
  ]
}

/** Why no setting can be tried where the keys differ in what every key holds, as a sentence; undefined elsewhere. */
export function untunable([one, two]: Results): string | undefined {
  if (one.cacheKey === null || two.cacheKey === null) return undefined
  const kinds = new Set(differingParts(one.cacheKey, two.cacheKey).map(({ kind }) => kind))
  if (kinds.has('host') || kinds.has('path'))
    return `No setting makes it a hit: the ${kinds.has('path') ? 'path' : 'host'} is always in the key.`
  return kinds.has('accept-encoding')
    ? 'No setting has to change: viewers that take other codings are meant to have objects of their own.'
    : undefined
}
