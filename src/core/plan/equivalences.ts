/**
 * What CloudFront answers in other words than it was sent: the one table by which a plan tells a change from a way of
 * saying the same. Each entry names the page that says so.
 */
import { tableOf } from '#core/ground/names.ts'
import type { Json } from '#core/model/field.ts'

const api = (page: string) =>
  `https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_${page}.html` as const
/** What `aws cloudfront get-distribution-config` prints for a request that said nothing of it. */
const example = 'https://docs.aws.amazon.com/cli/latest/reference/cloudfront/get-distribution-config.html'

interface FilledIn {
  readonly values: readonly Json[]
  readonly source: string
}
const row = (source: string, ...values: readonly Json[]): FilledIn => ({ values, source })

/** Fields that are filled in where a request says nothing, by their names. */
export const filledIn: Readonly<Record<string, FilledIn>> = tableOf({
  PriceClass: row(api('DistributionConfig'), 'PriceClass_All'),
  // The API's default is http2, and CloudFormation's http1.1.
  HttpVersion: row(api('DistributionConfig'), 'http2', 'http1.1'),
  // True for the API, false where CloudFormation was told nothing.
  IsIPV6Enabled: row(example, true, false),
  ConnectionMode: row(api('DistributionConfig'), 'direct'),
  RestrictionType: row(api('GeoRestriction'), 'none'),
  ConnectionAttempts: row(api('Origin'), 3),
  ConnectionTimeout: row(api('Origin'), 10),
  OriginReadTimeout: row(api('CustomOriginConfig'), 30),
  OriginKeepaliveTimeout: row(api('CustomOriginConfig'), 5),
  IpAddressType: row(api('CustomOriginConfig'), 'ipv4'),
  SelectionCriteria: row(api('OriginGroup'), 'default'),
  // False beside a certificate of one's own.
  CloudFrontDefaultCertificate: row(api('ViewerCertificate'), true, false),
  MinimumProtocolVersion: row(api('ViewerCertificate'), 'TLSv1'),
  SSLSupportMethod: row(api('ViewerCertificate'), 'vip'),
  CertificateSource: row(example, 'cloudfront'),
  Forward: row(api('CookiePreference'), 'none'),
  DefaultTTL: row(api('CacheBehavior'), 86_400),
  MaxTTL: row(api('CacheBehavior'), 31_536_000),
  HeaderBehavior: row(api('CachePolicyHeadersConfig'), 'none'),
  CookieBehavior: row(api('CachePolicyCookiesConfig'), 'none'),
  QueryStringBehavior: row(api('CachePolicyQueryStringsConfig'), 'none'),
})

/** Deprecated twins of other fields, which an answer has beside them whatever was sent. */
export const twins: ReadonlyMap<string, string> = new Map([
  ['ViewerCertificate.Certificate', api('ViewerCertificate')],
  ['ViewerCertificate.CertificateSource', api('ViewerCertificate')],
])

/** Lists whose order means nothing, by the name of what holds them; the empty one is the group of keys itself. */
export const sets: ReadonlyMap<string, string> = new Map(
  [
    ['Aliases', 'Aliases'],
    ['AllowedMethods', 'AllowedMethods'],
    ['CachedMethods', 'CachedMethods'],
    ['Headers', 'Headers'],
    ['Cookies', 'CookieNames'],
    ['WhitelistedNames', 'CookieNames'],
    ['QueryStrings', 'QueryStringNames'],
    ['QueryStringCacheKeys', 'QueryStringCacheKeys'],
    ['StatusCodes', 'StatusCodes'],
    ['OriginSslProtocols', 'OriginSslProtocols'],
    ['GeoRestriction', 'GeoRestriction'],
    ['TrustedSigners', 'TrustedSigners'],
    ['TrustedKeyGroups', 'TrustedKeyGroups'],
    ['AccessControlAllowHeaders', 'ResponseHeadersPolicyAccessControlAllowHeaders'],
    ['AccessControlAllowMethods', 'ResponseHeadersPolicyAccessControlAllowMethods'],
    ['AccessControlAllowOrigins', 'ResponseHeadersPolicyAccessControlAllowOrigins'],
    ['AccessControlExposeHeaders', 'ResponseHeadersPolicyAccessControlExposeHeaders'],
    ['StagingDistributionDnsNames', 'StagingDistributionDnsNames'],
    ['FieldPatterns', 'FieldPatterns'],
    ['', 'KeyGroupConfig'],
  ].map(([name = '', page = '']) => [name, api(page)]),
)

/** Lists of structures whose order means nothing, and what tells one item from another there. */
export const keyed: ReadonlyMap<string, { readonly key: string; readonly source: string }> = new Map(
  [
    ['Origins', 'Id', 'Origins'],
    ['OriginGroups', 'Id', 'OriginGroups'],
    ['CustomErrorResponses', 'ErrorCode', 'CustomErrorResponses'],
    ['CustomHeaders', 'HeaderName', 'CustomHeaders'],
    ['FunctionAssociations', 'EventType', 'FunctionAssociations'],
    ['LambdaFunctionAssociations', 'EventType', 'LambdaFunctionAssociations'],
    ['CustomHeadersConfig', 'Header', 'ResponseHeadersPolicyCustomHeadersConfig'],
    ['RemoveHeadersConfig', 'Header', 'ResponseHeadersPolicyRemoveHeadersConfig'],
    ['KeyValueStoreAssociations', 'KeyValueStoreARN', 'KeyValueStoreAssociations'],
    ['ParameterDefinitions', 'Name', 'TenantConfig'],
    ['Parameters', 'Name', 'CreateDistributionTenant'],
    ['Domains', 'Domain', 'CreateDistributionTenant'],
    ['QueryArgProfiles', 'QueryArg', 'QueryArgProfiles'],
    ['ContentTypeProfiles', 'ContentType', 'ContentTypeProfiles'],
  ].map(([name = '', key = '', page = '']) => [name, { key, source: api(page) }]),
)
