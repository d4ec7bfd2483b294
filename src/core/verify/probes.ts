/** A bounded set of harmless requests that shows what each behavior does. */
import { orderedBehaviorsOf } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { known } from '#core/model/field.ts'
import type { ViewerRequest } from '#core/model/scenario.ts'
import { wildcard } from '#core/trace/compile/selection.ts'

export interface Probe {
  readonly request: ViewerRequest
  /** What it is to show, as a clause. */
  readonly shows: string
  /** Whether a cache that somebody else has filled may answer it, so that a hit says nothing. */
  readonly mayBeWarm: boolean
  /** Sent one after the other where a hit did not come: a point of presence has several caches, of which one may be cold. */
  readonly again?: readonly ViewerRequest[]
}

/** In whatever is asked for, so that an endpoint's owner can tell who asks. */
export const marker = 'frontage-verify'

/** Paths that a pattern takes, the likeliest first. */
function candidates(pattern: string): string[] {
  const rooted = pattern.startsWith('/') || pattern.startsWith('*') ? pattern : `/${pattern}`
  const filled = (star: string, one: string) => {
    const path = rooted.replace(/\*+/g, star).replaceAll('?', one)
    return path.startsWith('/') ? path : `/${path}`
  }
  return [filled(marker, 'x'), filled(`${marker}/x`, 'x'), filled('', 'x'), filled('0', '0')]
}

/** A path that reaches a behavior and none before it; undefined where no candidate does. */
export function pathFor(pattern: string, earlier: readonly string[]): string | undefined {
  const before = earlier.map((each) =>
    wildcard(each.startsWith('/') || each.startsWith('*') ? each : `/${each}`),
  )
  return candidates(pattern).find((path) => !before.some((expression) => expression.test(path)))
}

interface Place {
  readonly behavior: string
  readonly path: string
}

/** A path for each behavior, and one for the default: its root, which every site has. */
export function placesOf(document: DesignDocument, id: LogicalId, paths: readonly string[]): Place[] {
  const resource = document.resources[id]
  if (resource?.type !== 'Distribution') return []
  const patterns = orderedBehaviorsOf({ config: resource.config, path: [] }).map(
    ({ behavior }) => known(behavior.PathPattern) ?? '',
  )
  const ofPatterns = patterns.flatMap((pattern, index) => {
    const path = pattern === '' ? undefined : pathFor(pattern, patterns.slice(0, index))
    return path === undefined ? [] : [{ behavior: pattern, path }]
  })
  const root = patterns.some((pattern) => wildcard(pattern).test('/')) ? [] : [{ behavior: '*', path: '/' }]
  return [
    ...paths.map((path) => ({ behavior: path, path: path.startsWith('/') ? path : `/${path}` })),
    ...root,
    { behavior: '*', path: `/${marker}` },
    ...ofPatterns,
  ]
}

const withQuery = (path: string, query: string) => `${path}${path.includes('?') ? '&' : '?'}${query}`

/**
 * What is asked at one place. A hit pair has a query string of its own where the cache key may hold it, so that a real
 * cache is cold; methods are those that change nothing.
 */
function probesAt({ behavior, path }: Place, run: string): Probe[] {
  const own = withQuery(path, `${marker}=${run}`)
  const of = `“${behavior}”`
  const plain: Readonly<Record<string, string>> = { 'accept-encoding': 'identity' }
  const full = (request: ViewerRequest): ViewerRequest => ({ method: 'GET', headers: plain, ...request })
  const probe = (shows: string, request: ViewerRequest, again: readonly ViewerRequest[] = []): Probe => ({
    shows: `${shows} of ${of}`,
    request: full(request),
    mayBeWarm: again.length === 0,
    ...(again.length > 0 && { again: again.map(full) }),
  })
  const query = (value: string): ViewerRequest => ({ url: withQuery(path, `${marker}=${run}${value}`) })
  const cookie = (value: string): ViewerRequest => ({
    url: own,
    headers: { ...plain, cookie: `${marker}=${run}${value}` },
  })
  const site = 'https://frontage-verify.example'
  return [
    probe('the answer', { url: own }),
    probe('the hit', { url: own }, [{ url: own }, { url: own }]),
    probe('the query string in the cache key', query('b'), [query('c'), query('d')]),
    probe('the cookies in the cache key', cookie('b'), [cookie('c'), cookie('d')]),
    probe('the compression', { url: own, headers: { 'accept-encoding': 'gzip, br' } }),
    probe('HEAD', { url: own, method: 'HEAD' }),
    probe('OPTIONS', { url: own, method: 'OPTIONS' }),
    probe('a preflight', {
      url: own,
      method: 'OPTIONS',
      headers: { ...plain, origin: site, 'access-control-request-method': 'GET' },
    }),
    probe('the answer to another site', { url: own, headers: { ...plain, origin: site } }),
  ]
}

/**
 * Every behavior is asked in turn, so that a bound on requests leaves something of each. `run` is different each time, so
 * that objects of an earlier run are not met.
 */
export function probesFor(places: readonly Place[], run: string, most: number): Probe[] {
  const lists = places.map((place) => probesAt(place, run))
  const rounds = Math.max(0, ...lists.map((list) => list.length))
  const kept: Probe[][] = lists.map(() => [])
  let count = 0
  for (let round = 0; round < rounds; round += 1)
    for (const [index, list] of lists.entries()) {
      const probe = list[round]
      if (!probe || count >= most) continue
      kept[index]?.push(probe)
      count += 1
    }
  // What shares a cache stays together, in order.
  return kept.flat()
}
