/** When an expired object may still be served (RFC 5861, and CloudFront's own rule for an origin that fails). */
import type { CachedObject } from './cache.ts'

/** The origin forbids what is stale (RFC 9111 §4.2.4). */
const forbids = ({ cacheControl: control }: CachedObject): boolean =>
  control.mustRevalidate || control.proxyRevalidate || control.noCache || control.isPrivate || control.noStore

/** Both directives are capped by the maximum TTL. */
const allowance = (seconds: number, object: CachedObject) => Math.min(seconds, object.maxTtl) * 1000

export function mayServeStaleWhileRevalidating(object: CachedObject, now: number): boolean {
  const seconds = object.cacheControl.staleWhileRevalidate
  return (
    seconds !== undefined && !forbids(object) && now < object.freshUntil + allowance(seconds || 0, object)
  )
}

/** Without `stale-if-error` an expired object answers for a failing origin as long as it is there. */
export function mayServeStaleOnError(object: CachedObject, now: number): boolean {
  if (object.isError || forbids(object)) return false
  const seconds = object.cacheControl.staleIfError
  return seconds === undefined || now < object.freshUntil + allowance(seconds || 0, object)
}
