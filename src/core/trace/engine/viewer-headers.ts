/**
 * The CloudFront-* headers, which CloudFront derives from the viewer.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/adding-cloudfront-headers.html
 */
import { tableOf } from '#core/ground/names.ts'
import { once } from '#core/ground/once.ts'
import type { CompiledBehavior } from '#core/trace/compile/compiled.ts'
import { certificateHeader } from './client-certificate.ts'
import type { Exchange } from './exchange.ts'
import { writtenVersion } from './http-version.ts'

type Derive = (exchange: Exchange) => string | null

const userAgent = (exchange: Exchange) => exchange.request.headers.first('user-agent') ?? ''
const yes = (condition: boolean) => (condition ? 'true' : 'false')
const isTablet = (agent: string) => /iPad|Tablet|Kindle|Silk|PlayBook|Android(?!.*Mobile)/i.test(agent)
const isSmartTv = (agent: string) =>
  /SmartTV|SMART-TV|GoogleTV|AppleTV|HbbTV|Roku|BRAVIA|NetCast|Web0S|Tizen.*TV/i.test(agent)
const isMobile = (agent: string) =>
  !isTablet(agent) && !isSmartTv(agent) && /Mobi|iPhone|iPod|Windows Phone|BlackBerry|Opera Mini/i.test(agent)

/** A property of the viewer that the request states (`viewer: { city: 'Berlin' }`). */
const stated =
  (property: string, fallback: Derive = () => null): Derive =>
  (exchange) => {
    const value = exchange.request.viewer[property]
    return value === undefined || value === null || typeof value === 'object'
      ? fallback(exchange)
      : String(value)
  }

const regionNames = once(() => new Intl.DisplayNames(['en'], { type: 'region' }))
function countryName(code: string): string | null {
  try {
    return regionNames().of(code) ?? null
  } catch {
    return null
  }
}

const derived: Readonly<Record<string, Derive>> = tableOf({
  'cloudfront-viewer-country': ({ request }) => request.viewer.country ?? null,
  'cloudfront-viewer-country-name': stated('countryName', ({ request }) =>
    request.viewer.country === undefined ? null : countryName(request.viewer.country),
  ),
  'cloudfront-viewer-country-region': stated('region'),
  'cloudfront-viewer-country-region-name': stated('regionName'),
  'cloudfront-viewer-city': stated('city'),
  'cloudfront-viewer-postal-code': stated('postalCode'),
  'cloudfront-viewer-time-zone': stated('timeZone'),
  'cloudfront-viewer-latitude': stated('latitude'),
  'cloudfront-viewer-longitude': stated('longitude'),
  'cloudfront-viewer-metro-code': stated('metroCode'),
  'cloudfront-viewer-address': ({ request }) =>
    `${viewerAddress(request.viewer.ip)}:${request.viewer['port'] ?? 46532}`,
  'cloudfront-viewer-asn': stated('asn'),
  'cloudfront-viewer-http-version': ({ httpVersion }) => writtenVersion(httpVersion),
  'cloudfront-viewer-tls': stated('tls', ({ request }) =>
    request.protocol === 'https' ? 'TLSv1.3:TLS_AES_128_GCM_SHA256:fullHandshake' : null,
  ),
  'cloudfront-viewer-ja3-fingerprint': stated('ja3'),
  'cloudfront-viewer-ja4-fingerprint': stated('ja4'),
  'cloudfront-is-desktop-viewer': (exchange) => {
    const agent = userAgent(exchange)
    return yes(!isMobile(agent) && !isTablet(agent) && !isSmartTv(agent))
  },
  'cloudfront-is-mobile-viewer': (exchange) => yes(isMobile(userAgent(exchange))),
  'cloudfront-is-tablet-viewer': (exchange) => yes(isTablet(userAgent(exchange))),
  'cloudfront-is-smarttv-viewer': (exchange) => yes(isSmartTv(userAgent(exchange))),
  'cloudfront-is-ios-viewer': (exchange) => yes(/iPhone|iPad|iPod/.test(userAgent(exchange))),
  'cloudfront-is-android-viewer': (exchange) => yes(/Android/.test(userAgent(exchange))),
  'cloudfront-forwarded-proto': ({ request }) => request.protocol,
  'cloudfront-viewer-header-order': ({ request }) => request.headers.names().join(':').slice(0, 7680),
  'cloudfront-viewer-header-count': ({ request }) => String(request.headers.count),
  ...Object.fromEntries(
    ['present', 'serial-number', 'issuer', 'subject', 'sha256', 'validity', 'pem'].map((name) => [
      `cloudfront-viewer-cert-${name}`,
      ({ distribution, request }: Exchange) =>
        distribution?.mtls ? certificateHeader(request.viewer, name) : null,
    ]),
  ),
})

/** The address of a viewer who states none: one of the documentation range. */
export const viewerAddress = (ip: string | undefined): string => ip ?? '203.0.113.1'

/** The headers that CloudFront makes from the viewer and its connection, in lower case. */
export const derivedHeaders: readonly string[] = Object.keys(derived)

/** A request header as policies see it: CloudFront's own headers are derived, never taken from the viewer. */
export function viewerHeader(exchange: Exchange, name: string): string | null {
  const derive = Object.hasOwn(derived, name) ? derived[name] : undefined
  return derive ? derive(exchange) : exchange.request.headers.combined(name)
}

export const isDerivedHeader = (name: string): boolean => Object.hasOwn(derived, name)

/** The CloudFront-* headers that policies or legacy settings of a behavior name. */
export function generatedNames(
  behavior: Pick<CompiledBehavior, 'key' | 'forward'> | null,
): readonly string[] {
  if (!behavior) return []
  const keyed = behavior.key.headerNames.filter((name) => name.startsWith('cloudfront-'))
  return [...keyed, ...behavior.forward.generated]
}
