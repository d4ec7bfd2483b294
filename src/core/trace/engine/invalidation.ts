/**
 * Invalidation: which objects a path names, and what it costs.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/invalidation-specifying-objects.html
 */
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
  /** Paths that CloudFront would refuse, each with the reason. */
  readonly refused: readonly { readonly path: string; readonly reason: string }[]
}

function refusal(path: string): string | undefined {
  if (path.length > longestPath) return `“${path.slice(0, 40)}…” has more than ${longestPath} characters.`
  const star = path.indexOf('*')
  if (star >= 0 && star < path.length - 1)
    return `“${path}”: an asterisk is a wildcard only as the last character.`
  return undefined
}

/** Compares as CloudFront does: case-sensitive, encoded only where it must be. */
function matcher(text: string): (object: CachedObject) => boolean {
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
    (object.path === wantedPath || object.viewerPath === wantedPath) && object.query === wantedQuery
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
  const matchers = accepted.map(matcher)
  const removed = caches.remove((object) => matchers.some((matches) => matches(object)))
  const free = Math.max(0, freePathsPerMonth - usedThisMonth)
  return {
    removed,
    paths: accepted.length,
    freePathsLeft: Math.max(0, free - accepted.length),
    cost: Math.max(0, accepted.length - free) * pricePerPath,
    refused,
  }
}
