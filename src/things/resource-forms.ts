/** The forms of resources that have no node of their own. */
import type { ResourceType } from '#core/model/document.ts'
import {
  choice,
  type FormSection,
  field,
  onOff,
  seconds,
  section,
  text,
} from '#core/resources/kind/form-field.ts'

/** CORS and security headers in the order in which people set them; what is rare is edited as JSON. */
const responseHeadersForm: readonly FormSection[] = [
  section('Response headers policy', text('Name', 'Name'), text('Comment', 'Description')),
  section(
    'Security headers',
    seconds(
      'SecurityHeadersConfig.StrictTransportSecurity.AccessControlMaxAgeSec',
      'Strict-Transport-Security for',
      'Browsers use HTTPS alone for this long.',
    ),
    onOff('SecurityHeadersConfig.StrictTransportSecurity.IncludeSubdomains', 'With subdomains'),
    onOff('SecurityHeadersConfig.StrictTransportSecurity.Preload', 'Preload'),
    onOff('SecurityHeadersConfig.StrictTransportSecurity.Override', 'Over what the origin says'),
    onOff('SecurityHeadersConfig.ContentTypeOptions.Override', 'X-Content-Type-Options: nosniff'),
    choice('SecurityHeadersConfig.FrameOptions.FrameOption', 'X-Frame-Options', ['DENY', 'SAMEORIGIN']),
    choice('SecurityHeadersConfig.ReferrerPolicy.ReferrerPolicy', 'Referrer-Policy', [
      'no-referrer',
      'no-referrer-when-downgrade',
      'origin',
      'origin-when-cross-origin',
      'same-origin',
      'strict-origin',
      'strict-origin-when-cross-origin',
      'unsafe-url',
    ]),
    text(
      'SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy',
      'Content-Security-Policy',
      undefined,
      "default-src 'self'",
    ),
    field('SecurityHeadersConfig.XSSProtection', 'X-XSS-Protection', { is: 'json' }),
  ),
  section(
    'CORS',
    field('CorsConfig.AccessControlAllowOrigins', 'Allowed origins', { is: 'lines' }, '“*” is every one.'),
    field('CorsConfig.AccessControlAllowMethods', 'Allowed methods', { is: 'lines' }, 'One a line, or ALL.'),
    field('CorsConfig.AccessControlAllowHeaders', 'Allowed headers', { is: 'lines' }),
    field('CorsConfig.AccessControlExposeHeaders', 'Exposed headers', { is: 'lines' }),
    onOff('CorsConfig.AccessControlAllowCredentials', 'With credentials'),
    seconds('CorsConfig.AccessControlMaxAgeSec', 'Preflight kept for'),
    onOff('CorsConfig.OriginOverride', 'Over what the origin says'),
  ),
  section(
    'Other headers',
    field('CustomHeadersConfig', 'Custom headers', { is: 'json' }),
    field('RemoveHeadersConfig', 'Removed headers', { is: 'json' }),
    field('ServerTimingHeadersConfig', 'Server-Timing', { is: 'json' }),
  ),
]

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
  ResponseHeadersPolicy: responseHeadersForm,
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
  KeyValueStore: [
    section(
      'Key value store',
      text('Name', 'Name'),
      text('Comment', 'Description'),
      field('ImportSource', 'Imported from', { is: 'json' }, 'An S3 object with key-value pairs as JSON.'),
    ),
  ],
  ContinuousDeploymentPolicy: [
    section(
      'Continuous deployment policy',
      onOff('Enabled', 'Enabled'),
      choice('TrafficConfig.Type', 'Chosen by', ['SingleWeight', 'SingleHeader']),
      field('TrafficConfig.SingleWeightConfig', 'By weight', { is: 'json' }, 'A weight of at most 0.15.'),
      field(
        'TrafficConfig.SingleHeaderConfig',
        'By header',
        { is: 'json' },
        'The name of the header begins with aws-cf-cd-.',
      ),
      field('StagingDistributionDnsNames', 'Staging distribution', { is: 'lines' }),
    ),
  ],
  VpcOrigin: [
    section(
      'VPC origin',
      text('Name', 'Name'),
      text('Arn', 'ARN', 'Of a load balancer or an EC2 instance in a private subnet.'),
      choice('OriginProtocolPolicy', 'Protocol', ['https-only', 'http-only', 'match-viewer']),
      field('HTTPPort', 'HTTP port', { is: 'number' }),
      field('HTTPSPort', 'HTTPS port', { is: 'number' }),
      field('OriginSslProtocols', 'TLS versions', { is: 'lines' }),
    ),
  ],
  KeyGroup: [section('Key group', text('Name', 'Name'), field('Items', 'Public keys', { is: 'lines' }))],
  PublicKey: [section('Public key', text('Name', 'Name'), field('EncodedKey', 'Key (PEM)', { is: 'area' }))],
}
