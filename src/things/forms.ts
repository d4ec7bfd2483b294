/** The forms of the canvas's nodes as data. */

import {
  choice,
  type FormSection,
  field,
  onOff,
  seconds,
  section,
  text,
} from '#core/resources/kind/form-field.ts'
import type { NodeKindId } from './behavior-rows.ts'

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
    onOff('GrpcConfig.Enabled', 'gRPC', 'Needs HTTP/2 and every method.'),
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
  lane: [],
  distribution: [
    section(
      'General',
      onOff('Enabled', 'Enabled'),
      text('Comment', 'Description'),
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
      choice('ViewerCertificate.SSLSupportMethod', 'SSL support method', ['sni-only', 'vip', 'static-ip']),
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
      'Staging',
      onOff(
        'Staging',
        'Staging distribution',
        'Takes a part of its primary’s traffic; has no alternate domain names.',
      ),
      field(
        'ContinuousDeploymentPolicyId',
        'Continuous deployment policy',
        { is: 'resource', type: 'ContinuousDeploymentPolicy' },
        'On the primary: which part of the traffic goes to the staging distribution.',
      ),
    ),
    section(
      'Errors and logs',
      field(
        'CustomErrorResponses',
        'Custom error responses',
        {
          is: 'rows',
          noun: 'custom error response',
          add: { ErrorCode: 404, ResponseCode: '404', ResponsePagePath: '/404.html', ErrorCachingMinTTL: 10 },
          columns: [
            { name: 'ErrorCode', label: 'Error', is: 'number' },
            { name: 'ResponseCode', label: 'Answered as', is: 'text' },
            { name: 'ResponsePagePath', label: 'Page', is: 'text' },
            { name: 'ErrorCachingMinTTL', label: 'Cached for at least', is: 'seconds' },
          ],
        },
        'They hold for every behavior of the distribution.',
      ),
      onOff('Logging.Enabled', 'Standard logging'),
      text('Logging.Bucket', 'Log bucket', 'Standard logging (legacy).', 'logs.s3.amazonaws.com'),
      text('Logging.Prefix', 'Log prefix'),
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
      field(
        'Members',
        'Members',
        {
          is: 'rows',
          noun: 'member',
          add: { OriginId: '' },
          columns: [{ name: 'OriginId', label: 'Origin', is: 'origin' }],
        },
        'The first is asked first, the second when it fails.',
      ),
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
      field('ConnectionAttempts', 'Connection attempts', { is: 'number' }),
      seconds('ConnectionTimeout', 'Connection timeout'),
      seconds('CustomOriginConfig.OriginReadTimeout', 'Response timeout'),
      seconds('CustomOriginConfig.OriginKeepaliveTimeout', 'Keep-alive timeout'),
    ),
    section(
      'Load',
      onOff(
        'OriginShield.Enabled',
        'Origin Shield',
        'One regional cache more, so that the origin is asked once.',
      ),
      text('OriginShield.OriginShieldRegion', 'Origin Shield region', undefined, 'eu-west-1'),
      field(
        'CustomHeaders',
        'Custom headers',
        {
          is: 'rows',
          noun: 'custom header',
          add: { HeaderName: '', HeaderValue: '' },
          columns: [
            { name: 'HeaderName', label: 'Name', is: 'text' },
            { name: 'HeaderValue', label: 'Value', is: 'text' },
          ],
        },
        'Sent with every request to this origin.',
      ),
    ),
  ],
}

/** The default cache behavior has no path pattern. */
export const defaultBehaviorForm = behavior
