/**
 * Invalidation: which objects a path or a cache tag names, and what it costs.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/invalidation-specifying-objects.html
 */
import { tagProblem } from '#core/http/cache-tag.ts'
import { normalizePath } from '#core/http/url.ts'
import type { CachedObject, CacheNetwork } from './cache.ts'

const longestPath = 4000
const freePathsPerMonth = 1000
const pricePerPath = 0.005

export interface InvalidationReport {
  /** Distinct objects that went, over all tiers. */
  readonly removed: number
  /** Paths as they are counted: one with a wildcard is one. */
  readonly paths: number
  readonly freePathsLeft: number
  /** US dollars for the paths beyond the free ones. */
  readonly cost: number
  /** How many objects each accepted item names, so that a tag can be weighed against a path. */
  readonly items: readonly InvalidatedItem[]
  /** Paths that CloudFront would refuse, each with the reason. */
  readonly refused: readonly { readonly path: string; readonly reason: string }[]
}

export interface InvalidatedItem {
  readonly item: string
  readonly kind: 'path' | 'tag'
  /** Distinct objects that it names, whether another item names them too or not. */
  readonly objects: number
  /** Of these, the first few by path and query string. */
  readonly examples: readonly string[]
}

const mostExamples = 5

function refusal(path: string): string | undefined {
  if (path.startsWith('#')) {
    const problem = tagProblem(path.slice(1))
    return problem === null ? undefined : `“${path.slice(0, 40)}” names no cache tag: ${problem}.`
  }
  if (path.length > longestPath) return `“${path.slice(0, 40)}…” has more than ${longestPath} characters.`
  const star = path.indexOf('*')
  if (star >= 0 && star < path.length - 1)
    return `“${path}”: an asterisk is a wildcard only as the last character.`
  return undefined
}

/** Compares as CloudFront does: case-sensitive, encoded only where it must be. */
function matcher(text: string): (object: CachedObject) => boolean {
  // Tags have no wildcards and no case: each item is one whole tag.
  if (text.startsWith('#')) {
    const tag = text.slice(1).toLowerCase()
    return ({ tags }) => tags.includes(tag)
  }
  const path = text.startsWith('/') ? text : `/${text}`
  if (path.endsWith('*')) {
    const prefix = path.slice(0, -1)
    return ({ path: key, viewerPath, query }) => {
      const whole = query === '' ? key : `${key}?${query}`
      const viewer = query === '' ? viewerPath : `${viewerPath}?${query}`
      return whole.startsWith(prefix) || viewer.startsWith(prefix)
    }
  }
  const question = path.indexOf('?')
  const wantedPath = normalizePath(question < 0 ? path : path.slice(0, question))
  const wantedQuery = question < 0 ? '' : path.slice(question + 1)
  return (object) =>
    (normalizePath(object.path) === wantedPath || normalizePath(object.viewerPath) === wantedPath) &&
    object.query === wantedQuery
}

function namedBy(item: string, caches: CacheNetwork): InvalidatedItem {
  const matches = matcher(item)
  const named = new Map<string, string>()
  for (const { objects } of caches)
    for (const [key, object] of objects)
      if (matches(object))
        named.set(key, object.query === '' ? object.path : `${object.path}?${object.query}`)
  return {
    item,
    kind: item.startsWith('#') ? 'tag' : 'path',
    objects: named.size,
    examples: [...new Set(named.values())].slice(0, mostExamples),
  }
}

/** Removes what the paths name from every tier, all header and cookie variants along. */
export function invalidate(
  caches: CacheNetwork,
  paths: readonly string[],
  usedThisMonth: number,
): InvalidationReport {
  const refused = paths.flatMap((path) => {
    const reason = refusal(path)
    return reason === undefined ? [] : [{ path, reason }]
  })
  const accepted = paths.filter((path) => refusal(path) === undefined)
  const items = accepted.map((item) => namedBy(item, caches))
  const matchers = accepted.map(matcher)
  const removed = caches.remove((object) => matchers.some((matches) => matches(object)))
  const free = Math.max(0, freePathsPerMonth - usedThisMonth)
  return {
    removed,
    items,
    paths: accepted.length,
    freePathsLeft: Math.max(0, free - accepted.length),
    cost: Math.max(0, accepted.length - free) * pricePerPath,
    refused,
  }
}
