/** What AWS's pages say of each field: the unit, what holds where nothing is set, the bounds, and the page itself. */
import { tableOf } from '#core/ground/names.ts'
import type { ResourceType } from '#core/model/document.ts'
import { type QuotaName, quota } from '#core/model/quotas.ts'
import { resourceKind } from '#core/resources/index.ts'
import type { Shape } from './thing.ts'

export interface FieldFacts {
  /** What CloudFront does where the field is not set, as the form writes values. */
  readonly default?: string
  readonly unit?: string
  /** A bound in words; numbers come from AWS's quotas. */
  readonly bounds?: string
}

const number = (name: QuotaName): string => String(quota(name).value)
const between = (low: QuotaName, high: QuotaName): string => `${number(low)} to ${number(high)}`
const atMost = (name: QuotaName): string => {
  const { unit, adjustable } = quota(name)
  return `at most ${number(name)} ${unit}${adjustable ? ' (AWS raises it on request)' : ''}`
}

/** By the name of the field within its structure, which is the same in every structure that has it. */
export const fieldFacts: Readonly<Record<string, FieldFacts>> = tableOf({
  ConnectionAttempts: {
    default: '3',
    unit: 'attempts',
    bounds: between('connection-attempts-min', 'connection-attempts-max'),
  },
  ConnectionTimeout: {
    default: '10',
    unit: 'seconds',
    bounds: between('connection-timeout-min', 'connection-timeout-max'),
  },
  OriginReadTimeout: { default: '30', unit: 'seconds', bounds: '1 to 120' },
  OriginKeepaliveTimeout: { default: '5', unit: 'seconds', bounds: '1 to 120' },
  HTTPPort: { default: '80', bounds: '80, 443, or 1024 to 65535' },
  HTTPSPort: { default: '443', bounds: '80, 443, or 1024 to 65535' },
  PriceClass: { default: 'PriceClass_All' },
  HttpVersion: { default: 'http2' },
  Comment: { bounds: 'at most 128 characters' },
  Aliases: { bounds: atMost('aliases-per-distribution') },
  MinTTL: { default: '0', unit: 'seconds' },
  DefaultTTL: { default: '1d', unit: 'seconds' },
  MaxTTL: { default: '365d', unit: 'seconds' },
  'AllowedMethods.Items': { default: 'GET, HEAD' },
  'AllowedMethods.CachedMethods': { default: 'GET, HEAD' },
  'ViewerCertificate.MinimumProtocolVersion': { default: 'TLSv1' },
  'Restrictions.GeoRestriction.RestrictionType': { default: 'none' },
})

const api = 'https://docs.aws.amazon.com/cloudfront/latest/APIReference'

/** The structures of the API by the first step of a field's path, where the field is not of the thing itself. */
const structures: Readonly<Record<string, string>> = tableOf({
  ViewerCertificate: 'ViewerCertificate',
  'Restrictions.GeoRestriction': 'GeoRestriction',
  Logging: 'LoggingConfig',
  CustomErrorResponses: 'CustomErrorResponse',
  CustomOriginConfig: 'CustomOriginConfig',
  VpcOriginConfig: 'VpcOriginConfig',
  S3OriginConfig: 'S3OriginConfig',
  OriginShield: 'OriginShield',
  CustomHeaders: 'OriginCustomHeader',
  Members: 'OriginGroupMember',
  'FailoverCriteria.StatusCodes': 'OriginGroupFailoverCriteria',
  AllowedMethods: 'AllowedMethods',
  TrustedKeyGroups: 'TrustedKeyGroups',
  FunctionAssociations: 'FunctionAssociation',
  LambdaFunctionAssociations: 'LambdaFunctionAssociation',
  GrpcConfig: 'GrpcConfig',
  'ParametersInCacheKeyAndForwardedToOrigin.HeadersConfig': 'CachePolicyHeadersConfig',
  'ParametersInCacheKeyAndForwardedToOrigin.QueryStringsConfig': 'CachePolicyQueryStringsConfig',
  'ParametersInCacheKeyAndForwardedToOrigin.CookiesConfig': 'CachePolicyCookiesConfig',
  ParametersInCacheKeyAndForwardedToOrigin: 'ParametersInCacheKeyAndForwardedToOrigin',
  HeadersConfig: 'OriginRequestPolicyHeadersConfig',
  QueryStringsConfig: 'OriginRequestPolicyQueryStringsConfig',
  CookiesConfig: 'OriginRequestPolicyCookiesConfig',
  CorsConfig: 'ResponseHeadersPolicyCorsConfig',
  'SecurityHeadersConfig.StrictTransportSecurity': 'ResponseHeadersPolicyStrictTransportSecurity',
  'SecurityHeadersConfig.ContentSecurityPolicy': 'ResponseHeadersPolicyContentSecurityPolicy',
  'SecurityHeadersConfig.FrameOptions': 'ResponseHeadersPolicyFrameOptions',
  'SecurityHeadersConfig.ReferrerPolicy': 'ResponseHeadersPolicyReferrerPolicy',
  'SecurityHeadersConfig.ContentTypeOptions': 'ResponseHeadersPolicyContentTypeOptions',
  'SecurityHeadersConfig.XSSProtection': 'ResponseHeadersPolicyXSSProtection',
  CustomHeadersConfig: 'ResponseHeadersPolicyCustomHeader',
  RemoveHeadersConfig: 'ResponseHeadersPolicyRemoveHeader',
  ServerTimingHeadersConfig: 'ResponseHeadersPolicyServerTimingHeadersConfig',
  FunctionConfig: 'FunctionConfig',
  TrafficConfig: 'TrafficConfig',
})

/** The pages of what is no resource of its own. */
const parts: Readonly<Record<Exclude<Shape, ResourceType>, string>> = {
  CacheBehavior: 'CacheBehavior',
  DefaultCacheBehavior: 'DefaultCacheBehavior',
  Origin: 'Origin',
  OriginGroup: 'OriginGroup',
}

/** The AWS page of a field of a thing; undefined where the thing is not CloudFront's. */
export function fieldPage(thing: Shape, field: readonly string[]): string | undefined {
  for (let length = field.length; length > 0; length -= 1) {
    const structure = structures[field.slice(0, length).join('.')]
    if (structure) return `${api}/API_${structure}.html`
  }
  const page = thing in parts ? parts[thing as keyof typeof parts] : resourceKind(thing)?.apiPage
  return page && `${api}/API_${page}.html`
}

/** What is known of a field: by its whole path, or by its name alone. */
export const factsOf = (field: readonly string[]): FieldFacts =>
  fieldFacts[field.join('.')] ?? fieldFacts[field.at(-1) ?? ''] ?? {}
