/** What a policy does, in sentences: its effective values, managed by AWS or own. */
import type { DesignDocument } from '#core/model/document.ts'
import { formatSeconds } from '#core/model/duration.ts'
import { type Field, known, knownItems } from '#core/model/field.ts'
import { type PolicyType, policyBehind } from '#core/model/managed-policies.ts'
import { nameOf } from '#core/model/stand-in.ts'

const time = (seconds: unknown): string =>
  typeof seconds === 'number'
    ? seconds === 0
      ? '0'
      : `${formatSeconds(seconds)}${seconds < 60 ? 's' : ''}`
    : 'not set'

/** “all”, “none”, or the names with what is done with them. */
function choice(behavior: unknown, names: readonly unknown[] | undefined): string {
  const list = knownItems(names as readonly Field<string>[]).join(', ') // names of headers, cookies and parameters
  if (behavior === 'none' || behavior === undefined) return 'none'
  if (behavior === 'all' || behavior === 'allViewer') return 'all'
  if (behavior === 'allExcept') return `all but ${list}`
  if (behavior === 'allViewerAndWhitelistCloudFront') return `all of the viewer’s, and ${list}`
  return list
}

function cacheWords(document: DesignDocument, field: Field<string> | undefined): string[] {
  const policy = policyBehind(document, 'CachePolicy', field)
  if (!policy) return []
  const key = known(policy.ParametersInCacheKeyAndForwardedToOrigin)
  const [headers, cookies, query] = [
    known(key?.HeadersConfig),
    known(key?.CookiesConfig),
    known(key?.QueryStringsConfig),
  ]
  const [least, usual, most] = [policy.MinTTL, policy.DefaultTTL, policy.MaxTTL]
  const encodings = [
    known(key?.EnableAcceptEncodingGzip) === true && 'gzip',
    known(key?.EnableAcceptEncodingBrotli) === true && 'Brotli',
  ].filter(Boolean)
  if (most === 0) return ['Nothing is cached: every request goes to the origin.']
  return [
    `Cached for ${time(usual)} where the origin says nothing, at least ${time(least)}, at most ${time(most)}.`,
    `In the cache key: headers ${choice(headers?.HeaderBehavior, headers?.Headers)}; query strings ${choice(query?.QueryStringBehavior, query?.QueryStrings)}; cookies ${choice(cookies?.CookieBehavior, cookies?.Cookies)}.`,
    encodings.length > 0 ? `Compressed as ${encodings.join(' and ')}.` : 'Not compressed by CloudFront.',
  ]
}

function originRequestWords(document: DesignDocument, field: Field<string> | undefined): string[] {
  const policy = policyBehind(document, 'OriginRequestPolicy', field)
  if (!policy) return []
  const [headers, cookies, query] = [
    known(policy.HeadersConfig),
    known(policy.CookiesConfig),
    known(policy.QueryStringsConfig),
  ]
  return [
    `The origin is sent, beside the cache key: headers ${choice(headers?.HeaderBehavior, headers?.Headers)}; query strings ${choice(query?.QueryStringBehavior, query?.QueryStrings)}; cookies ${choice(cookies?.CookieBehavior, cookies?.Cookies)}.`,
  ]
}

function responseWords(document: DesignDocument, field: Field<string> | undefined): string[] {
  const policy = policyBehind(document, 'ResponseHeadersPolicy', field)
  if (!policy) return []
  const cors = known(policy.CorsConfig)
  const security = known(policy.SecurityHeadersConfig)
  const hsts = known(security?.StrictTransportSecurity)
  const names = [
    hsts && `Strict-Transport-Security for ${time(hsts.AccessControlMaxAgeSec)}`,
    security?.ContentTypeOptions && 'X-Content-Type-Options',
    security?.FrameOptions && `X-Frame-Options ${nameOf(known(security.FrameOptions)?.FrameOption)}`,
    security?.ReferrerPolicy && `Referrer-Policy ${nameOf(known(security.ReferrerPolicy)?.ReferrerPolicy)}`,
    security?.ContentSecurityPolicy && 'Content-Security-Policy',
    security?.XSSProtection && 'X-XSS-Protection',
  ].filter(Boolean)
  const origins = knownItems(cors?.AccessControlAllowOrigins).join(', ')
  return [
    cors &&
      `CORS for ${origins || 'the listed origins'}${known(cors.OriginOverride) === true ? ', over what the origin says' : ', unless the origin says otherwise'}.`,
    names.length > 0 && `Adds ${names.join(', ')}.`,
  ].filter((line) => typeof line === 'string')
}

/** Sentences about the policy that a field chooses; none where it is not known here. */
export function policyWords(document: DesignDocument, type: PolicyType, field: unknown): readonly string[] {
  // Whoever asks has the field of a policy in hand.
  const id = field as Field<string> | undefined
  if (type === 'CachePolicy') return cacheWords(document, id)
  return type === 'OriginRequestPolicy' ? originRequestWords(document, id) : responseWords(document, id)
}
