/** The forms of the inspector as data: sections as a person thinks, fields with their help and choices. */
import type { ResourceType } from '#core/model/document.ts'
import type { PolicyType } from '#core/model/managed-policies.ts'
import type { NodeKindId } from './project.ts'

export type FieldKind =
  | { readonly is: 'text' | 'area' | 'number' | 'switch' | 'lines' | 'numbers' | 'seconds' }
  | { readonly is: 'choice'; readonly choices: readonly string[] }
  | { readonly is: 'policy'; readonly type: PolicyType }
  | { readonly is: 'resource'; readonly type: ResourceType; readonly attribute?: string }
  | { readonly is: 'methods'; readonly sets: readonly (readonly string[])[] }
  | { readonly is: 'target' }
  | { readonly is: 'associations'; readonly field: 'FunctionARN' | 'LambdaFunctionARN' }
  | { readonly is: 'json' }

export interface FormField {
  /** Below the thing's own path. */
  readonly path: readonly string[]
  readonly label: string
  readonly kind: FieldKind
  readonly help?: string
  readonly placeholder?: string
}
export interface FormSection {
  readonly title: string
  readonly fields: readonly FormField[]
}

const text = (name: string, label: string, help?: string, placeholder?: string): FormField => ({
  path: name.split('.'),
  label,
  kind: { is: 'text' },
  ...(help !== undefined && { help }),
  ...(placeholder !== undefined && { placeholder }),
})
const field = (name: string, label: string, kind: FieldKind, help?: string): FormField => ({
  path: name.split('.'),
  label,
  kind,
  ...(help !== undefined && { help }),
})
const choice = (name: string, label: string, choices: readonly string[], help?: string) =>
  field(name, label, { is: 'choice', choices }, help)
const onOff = (name: string, label: string, help?: string) => field(name, label, { is: 'switch' }, help)
const seconds = (name: string, label: string, help?: string) => field(name, label, { is: 'seconds' }, help)
const section = (title: string, ...fields: FormField[]): FormSection => ({ title, fields })

const read = ['GET', 'HEAD']
const readAndOptions = [...read, 'OPTIONS']
const all = [...readAndOptions, 'PUT', 'PATCH', 'POST', 'DELETE']

const behavior: readonly FormSection[] = [
  section(
    'Requests',
    field(
      'TargetOriginId',
      'Origin or origin group',
      { is: 'target' },
      'Where requests go that this behavior takes.',
    ),
    choice('ViewerProtocolPolicy', 'Viewer protocol policy', [
      'redirect-to-https',
      'https-only',
      'allow-all',
    ]),
    field(
      'AllowedMethods.Items',
      'Allowed HTTP methods',
      { is: 'methods', sets: [read, readAndOptions, all] },
      'Other methods get 403; they do not fall through to the next behavior.',
    ),
    field(
      'TrustedKeyGroups.Items',
      'Trusted key groups',
      { is: 'lines' },
      'Viewers then need a signed URL or signed cookies.',
    ),
  ),
  section(
    'Cache and origin requests',
    field(
      'CachePolicyId',
      'Cache policy',
      { is: 'policy', type: 'CachePolicy' },
      'What is in the cache key, and for how long objects stay.',
    ),
    field(
      'OriginRequestPolicyId',
      'Origin request policy',
      { is: 'policy', type: 'OriginRequestPolicy' },
      'What the origin is sent beside the cache key.',
    ),
    field('AllowedMethods.CachedMethods', 'Cached HTTP methods', {
      is: 'methods',
      sets: [read, readAndOptions],
    }),
    onOff('Compress', 'Compress objects automatically', 'Needs gzip or Brotli in the cache policy.'),
  ),
  section(
    'Response',
    field(
      'ResponseHeadersPolicyId',
      'Response headers policy',
      { is: 'policy', type: 'ResponseHeadersPolicy' },
      'CORS, security and custom headers for viewers.',
    ),
  ),
  section(
    'Functions',
    field('FunctionAssociations', 'CloudFront functions', { is: 'associations', field: 'FunctionARN' }),
    field('LambdaFunctionAssociations', 'Lambda@Edge functions', {
      is: 'associations',
      field: 'LambdaFunctionARN',
    }),
  ),
]

/** The form of each kind of node. */
export const nodeForms: Readonly<Record<NodeKindId, readonly FormSection[]>> = {
  viewer: [],
  distribution: [
    section(
      'General',
      onOff('Enabled', 'Enabled'),
      text('Comment', 'Description', 'At most 128 characters.'),
      choice(
        'PriceClass',
        'Price class',
        ['PriceClass_All', 'PriceClass_200', 'PriceClass_100'],
        'Fewer regions cost less and are farther from some viewers.',
      ),
      choice('HttpVersion', 'HTTP versions', ['http2and3', 'http2', 'http3', 'http1.1']),
      onOff('IsIPV6Enabled', 'IPv6'),
      text('DefaultRootObject', 'Default root object', 'Served for “/” only, not for folders.', 'index.html'),
    ),
    section(
      'Names and certificate',
      field('Aliases', 'Alternate domain names', { is: 'lines' }, 'One a line.'),
      text(
        'ViewerCertificate.ACMCertificateArn',
        'ACM certificate ARN',
        'Must be in us-east-1.',
        'arn:aws:acm:us-east-1:…',
      ),
      choice('ViewerCertificate.SSLSupportMethod', 'Served by', ['sni-only', 'vip', 'static-ip']),
      choice('ViewerCertificate.MinimumProtocolVersion', 'Security policy', [
        'TLSv1.2_2021',
        'TLSv1.2_2025',
        'TLSv1.3_2025',
        'TLSv1.2_2019',
        'TLSv1.2_2018',
        'TLSv1.1_2016',
        'TLSv1_2016',
        'TLSv1',
      ]),
    ),
    section(
      'Protection',
      text('WebACLId', 'Web ACL ARN', 'A global web ACL of AWS WAF.'),
      choice('Restrictions.GeoRestriction.RestrictionType', 'Geographic restriction', [
        'none',
        'whitelist',
        'blacklist',
      ]),
      field(
        'Restrictions.GeoRestriction.Items',
        'Countries',
        { is: 'lines' },
        'Two-letter codes, one a line.',
      ),
    ),
    section(
      'Errors and logs',
      field(
        'CustomErrorResponses',
        'Custom error responses',
        { is: 'json' },
        'They hold for every behavior of the distribution.',
      ),
      text('Logging.Bucket', 'Log bucket', 'Standard logging (legacy).', 'logs.s3.amazonaws.com'),
      text('Logging.Prefix', 'Log prefix'),
      onOff('Logging.Enabled', 'Standard logging'),
    ),
  ],
  behavior: [
    section(
      'Path',
      text(
        'PathPattern',
        'Path pattern',
        '“*” is any string, “?” one character; the first match in the list wins.',
      ),
    ),
    ...behavior,
  ],
  group: [
    section(
      'Failover',
      text('Id', 'Name'),
      field('Members', 'Members', { is: 'json' }, 'The first is asked first, the second when it fails.'),
      field(
        'FailoverCriteria.StatusCodes',
        'Fail over on',
        { is: 'numbers' },
        '400 403 404 416 429 500 502 503 504',
      ),
    ),
  ],
  origin: [
    section(
      'Server',
      text('Id', 'Name', 'Behaviors that target it follow a rename.'),
      text('DomainName', 'Domain name', 'A DNS name, without protocol and path.'),
      text(
        'OriginPath',
        'Origin path',
        'Put before every path; starts with a slash and has none at its end.',
        '/app',
      ),
      field(
        'OriginAccessControlId',
        'Origin access control',
        { is: 'resource', type: 'OriginAccessControl' },
        'Signs requests to S3, Lambda function URLs and media services.',
      ),
    ),
    section(
      'Connection',
      choice('CustomOriginConfig.OriginProtocolPolicy', 'Protocol', [
        'https-only',
        'http-only',
        'match-viewer',
      ]),
      field('CustomOriginConfig.HTTPPort', 'HTTP port', { is: 'number' }),
      field('CustomOriginConfig.HTTPSPort', 'HTTPS port', { is: 'number' }),
      field('CustomOriginConfig.OriginSslProtocols', 'TLS versions', { is: 'lines' }),
      field('ConnectionAttempts', 'Connection attempts', { is: 'number' }, '1 to 3; 3 where not set.'),
      seconds('ConnectionTimeout', 'Connection timeout', '1 to 10 seconds; 10 where not set.'),
      seconds(
        'CustomOriginConfig.OriginReadTimeout',
        'Response timeout',
        '1 to 120 seconds; 30 where not set.',
      ),
      seconds('CustomOriginConfig.OriginKeepaliveTimeout', 'Keep-alive timeout', '5 seconds where not set.'),
    ),
    section(
      'Load',
      onOff(
        'OriginShield.Enabled',
        'Origin Shield',
        'One regional cache more, so that the origin is asked once.',
      ),
      text('OriginShield.OriginShieldRegion', 'Origin Shield region', undefined, 'eu-west-1'),
      field('CustomHeaders', 'Custom headers', { is: 'json' }, 'Sent with every request to this origin.'),
    ),
  ],
}

/** The default cache behavior has no path pattern. */
export const defaultBehaviorForm = behavior

/** The forms of resources that stand on what they serve and have no node of their own. */
export const resourceForms: Partial<Record<ResourceType, readonly FormSection[]>> = {
  CachePolicy: [
    section(
      'Cache policy',
      text('Name', 'Name'),
      seconds('MinTTL', 'Minimum TTL', 'Above 0 it overrides no-store and private.'),
      seconds('DefaultTTL', 'Default TTL'),
      seconds('MaxTTL', 'Maximum TTL'),
    ),
    section(
      'Cache key',
      onOff('ParametersInCacheKeyAndForwardedToOrigin.EnableAcceptEncodingGzip', 'gzip'),
      onOff('ParametersInCacheKeyAndForwardedToOrigin.EnableAcceptEncodingBrotli', 'Brotli'),
      choice('ParametersInCacheKeyAndForwardedToOrigin.HeadersConfig.HeaderBehavior', 'Headers', [
        'none',
        'whitelist',
      ]),
      field('ParametersInCacheKeyAndForwardedToOrigin.HeadersConfig.Headers', 'Header names', {
        is: 'lines',
      }),
      choice(
        'ParametersInCacheKeyAndForwardedToOrigin.QueryStringsConfig.QueryStringBehavior',
        'Query strings',
        ['none', 'whitelist', 'allExcept', 'all'],
      ),
      field(
        'ParametersInCacheKeyAndForwardedToOrigin.QueryStringsConfig.QueryStrings',
        'Query string names',
        { is: 'lines' },
      ),
      choice('ParametersInCacheKeyAndForwardedToOrigin.CookiesConfig.CookieBehavior', 'Cookies', [
        'none',
        'whitelist',
        'allExcept',
        'all',
      ]),
      field('ParametersInCacheKeyAndForwardedToOrigin.CookiesConfig.Cookies', 'Cookie names', {
        is: 'lines',
      }),
    ),
  ],
  OriginRequestPolicy: [
    section(
      'Origin request policy',
      text('Name', 'Name'),
      choice('HeadersConfig.HeaderBehavior', 'Headers', [
        'none',
        'whitelist',
        'allViewer',
        'allViewerAndWhitelistCloudFront',
        'allExcept',
      ]),
      field('HeadersConfig.Headers', 'Header names', { is: 'lines' }),
      choice('QueryStringsConfig.QueryStringBehavior', 'Query strings', [
        'none',
        'whitelist',
        'all',
        'allExcept',
      ]),
      field('QueryStringsConfig.QueryStrings', 'Query string names', { is: 'lines' }),
      choice('CookiesConfig.CookieBehavior', 'Cookies', ['none', 'whitelist', 'all', 'allExcept']),
      field('CookiesConfig.Cookies', 'Cookie names', { is: 'lines' }),
    ),
  ],
  ResponseHeadersPolicy: [
    section(
      'Response headers policy',
      text('Name', 'Name'),
      field('CorsConfig', 'CORS', { is: 'json' }),
      field('SecurityHeadersConfig', 'Security headers', { is: 'json' }),
      field('CustomHeadersConfig', 'Custom headers', { is: 'json' }),
      field('RemoveHeadersConfig', 'Removed headers', { is: 'json' }),
    ),
  ],
  Function: [
    section(
      'CloudFront function',
      text('Name', 'Name'),
      choice('FunctionConfig.Runtime', 'Runtime', ['cloudfront-js-2.0', 'cloudfront-js-1.0']),
      field('FunctionCode', 'Code', { is: 'area' }, 'At most 10 KB.'),
      onOff('AutoPublish', 'Publish on each update'),
    ),
  ],
  OriginAccessControl: [
    section(
      'Origin access control',
      text('Name', 'Name'),
      choice('OriginAccessControlOriginType', 'Origin type', [
        's3',
        'lambda',
        'mediapackagev2',
        'mediastore',
      ]),
      choice('SigningBehavior', 'Signing', ['always', 'no-override', 'never']),
    ),
  ],
  KeyGroup: [section('Key group', text('Name', 'Name'), field('Items', 'Public keys', { is: 'lines' }))],
  PublicKey: [section('Public key', text('Name', 'Name'), field('EncodedKey', 'Key (PEM)', { is: 'area' }))],
}
