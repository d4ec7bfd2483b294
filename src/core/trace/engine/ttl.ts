/**
 * How long a response is kept, from the origin's headers and the behavior's TTLs.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html
 */
import type { CacheControl } from '#core/http/cache-control.ts'
import { parseHttpDate } from '#core/http/dates.ts'
import type { HeaderFields } from '#core/http/header-fields.ts'
import type { TtlSettings } from '#core/trace/compile/compiled.ts'
import type { Basis } from '#core/trace/message/message.ts'
import { documented, inferred } from './stage.ts'

export interface TtlDecision {
  readonly store: boolean
  /** Freshness from now; 0 means that the next request asks the origin first. */
  readonly seconds: number
  /** Why, for the story. */
  readonly why: string
  /** What the decision rests on; the page on expiration where absent. */
  readonly basis?: Basis
}

const statusesAlwaysStored = new Set([404, 414, 500, 501, 502, 503, 504])
const statusesStoredWhenAsked = new Set([400, 403, 405, 412, 415])
const statusesStored = new Set([200, 203, 204, 206, 300, 301, 302, 303, 307, 308])
/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/http-3xx-status-codes.html */
const redirectsStoredWhenAsked = new Set([307, 308])

const no = (why: string, basis?: Basis): TtlDecision => ({
  store: false,
  seconds: 0,
  why,
  ...(basis && { basis }),
})
const keep = (seconds: number, why: string, basis?: Basis): TtlDecision => ({
  store: true,
  seconds: Math.max(0, seconds),
  why,
  ...(basis && { basis }),
})

interface Lifetime {
  readonly seconds: number
  readonly from: 's-maxage' | 'max-age' | 'Expires'
}

/** What the origin says: `s-maxage` before `max-age` before `Expires`. A malformed one means “stale”. */
function lifetimeOf(control: CacheControl, headers: HeaderFields, now: number): Lifetime | undefined {
  if (control.sMaxAge !== undefined) return { seconds: control.sMaxAge || 0, from: 's-maxage' }
  if (control.maxAge !== undefined) return { seconds: control.maxAge || 0, from: 'max-age' }
  if (!headers.has('expires')) return undefined
  const expires = parseHttpDate(headers.combined('expires'))
  const date = parseHttpDate(headers.first('date')) ?? now
  return { seconds: expires === null ? 0 : Math.max(0, Math.floor((expires - date) / 1000)), from: 'Expires' }
}

/** The age that a response already had when it came (RFC 9111 §5.1). */
export function ageOf(headers: HeaderFields): number {
  const age = headers.first('age')?.split(',')[0]?.trim()
  return age !== undefined && /^\d+$/.test(age) ? Math.min(Number(age), 2 ** 31) : 0
}

/** For a response that is no error. */
export function decideTtl(
  control: CacheControl,
  headers: HeaderFields,
  status: number,
  ttl: TtlSettings,
  now: number,
  anyStatus: boolean,
): TtlDecision {
  if (ttl.disabled) return no('All TTLs are 0 or all headers are forwarded, so nothing is kept.')
  const lifetime = lifetimeOf(control, headers, now)
  if (!statusesStored.has(status) && !(anyStatus && lifetime !== undefined))
    return no(
      `CloudFront does not keep responses with status ${status}.`,
      inferred('AWS lists no such status.', 'HTTPStatusCodes'),
    )
  if (
    !anyStatus &&
    redirectsStoredWhenAsked.has(status) &&
    !headers.has('cache-control') &&
    !headers.has('expires')
  )
    return no(
      `A ${status} is kept only where the origin sends Cache-Control or Expires.`,
      documented('http-3xx-status-codes'),
    )
  if (headers.combined('vary')?.includes('*') && ttl.min === 0)
    return no('“Vary: *” with a minimum TTL of 0 means that every request goes to the origin.')
  const { min, max } = ttl
  if (control.noCache || control.noStore || control.isPrivate) {
    const directive = control.noStore ? 'no-store' : control.isPrivate ? 'private' : 'no-cache'
    if (min > 0) return keep(min, `“${directive}” is overruled by the minimum TTL of ${min} s.`)
    return directive === 'no-cache'
      ? keep(
          0,
          '“no-cache” with a minimum TTL of 0: kept, and checked with the origin on every request.',
          inferred('AWS says only that the directive is respected.', 'Expiration'),
        )
      : no(`“${directive}” with a minimum TTL of 0: not kept.`)
  }
  const age = ageOf(headers)
  if (!lifetime)
    return keep(
      ttl.default - age,
      `The origin sets no lifetime, so the default TTL of ${ttl.default} s holds.`,
    )
  const { seconds, from } = lifetime
  const aged = age > 0 ? `, of which ${age} s have passed` : ''
  if (seconds < min) return keep(min, `${from} says ${seconds} s, which the minimum TTL raises to ${min} s.`)
  if (seconds > max)
    return keep(max - age, `${from} says ${seconds} s, which the maximum TTL caps at ${max} s${aged}.`)
  return keep(
    Math.max(min, seconds - age),
    `${from} says ${seconds} s${aged}, within the minimum and maximum TTL.`,
  )
}

/**
 * For an error. `minTtl` is the Error Caching Minimum TTL for its code, 10 s where none is configured.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HTTPStatusCodes.html
 */
export function decideErrorTtl(
  control: CacheControl,
  headers: HeaderFields,
  status: number,
  ttl: TtlSettings,
  now: number,
  configuredMinTtl: number | undefined,
): TtlDecision {
  if (ttl.disabled) return no('Caching is disabled, so the error is not kept either.')
  const lifetime = lifetimeOf(control, headers, now)
  const refused = errorRefusal(control, status, lifetime)
  if (refused !== null) return refused
  const minTtl = configuredMinTtl ?? 10
  const fromOrigin = lifetime ? Math.min(lifetime.seconds, ttl.max) : 0
  return fromOrigin > minTtl
    ? keep(
        fromOrigin,
        `${lifetime?.from} says ${fromOrigin} s, longer than the error caching minimum TTL of ${minTtl} s.`,
        statusCodes,
      )
    : keep(minTtl, `The error caching minimum TTL for ${status} is ${minTtl} s.`, statusCodes)
}

const statusCodes = documented('HTTPStatusCodes')

/** Why an error is not kept, or null. A custom error page makes no difference to it. */
function errorRefusal(
  control: CacheControl,
  status: number,
  lifetime: Lifetime | undefined,
): TtlDecision | null {
  if (statusesAlwaysStored.has(status)) return null
  if (status === 416) return no('A 416 is never kept.', statusCodes)
  if (!statusesStoredWhenAsked.has(status))
    return no(
      `A ${status} is in neither list of errors that CloudFront keeps, so it is not kept.`,
      inferred('AWS says nothing of statuses in no list.', 'HTTPStatusCodes'),
    )
  if (control.noStore)
    return no(
      `“no-store” keeps the ${status} out of the caches.`,
      inferred('AWS says nothing of no-store beside max-age.', 'HTTPStatusCodes'),
    )
  const isAsked = lifetime !== undefined && lifetime.from !== 'Expires'
  return isAsked
    ? null
    : no(`A ${status} is kept only where the origin sets max-age or s-maxage.`, statusCodes)
}
