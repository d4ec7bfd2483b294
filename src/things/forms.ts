/** The forms of the canvas's nodes as data. */

import { resourceKinds } from '#core/resources/index.ts'
import {
  choice,
  type FormSection,
  field,
  more,
  onOff,
  seconds,
  section,
  text,
} from '#core/resources/kind/form-field.ts'
import type { NodeKindId } from './behavior-rows.ts'
import { cacheTitle, legacyCache } from './legacy-cache.ts'

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
      'Where this behavior sends its requests.',
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
      { is: 'refs', type: 'KeyGroup' },
      'Viewers then need a signed URL or signed cookies.',
    ),
    onOff('GrpcConfig.Enabled', 'gRPC', 'Needs HTTP/2 and every method.'),
  ),
  section(
    cacheTitle,
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
  legacyCache,
]

/** The form of each kind of node. */
export const nodeForms: Readonly<Record<NodeKindId, readonly FormSection[]>> = {
  viewer: [],
  lane: [],
  distribution: resourceKinds.Distribution.form,
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
      { ...text('Id', 'Name'), isName: true },
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
      field('FailoverCriteria.StatusCodes', 'Fail over on', {
        is: 'set',
        choices: [400, 403, 404, 416, 429, 500, 502, 503, 504],
      }),
    ),
  ],
  origin: [
    section(
      'Server',
      { ...text('Id', 'Name', 'Behaviors that target it follow a rename.'), isName: true },
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
      field('CustomOriginConfig.OriginSslProtocols', 'TLS versions', {
        is: 'set',
        choices: ['TLSv1.2', 'TLSv1.1', 'TLSv1', 'SSLv3'],
      }),
    ),
    more(
      'Timeouts and attempts',
      field('ConnectionAttempts', 'Connection attempts', { is: 'number' }),
      seconds('ConnectionTimeout', 'Connection timeout'),
      seconds('CustomOriginConfig.OriginReadTimeout', 'Response timeout'),
      seconds('CustomOriginConfig.OriginKeepaliveTimeout', 'Keep-alive timeout'),
    ),
    more(
      'Origin Shield',
      onOff(
        'OriginShield.Enabled',
        'Origin Shield',
        'One regional cache more, so that the origin is asked once.',
      ),
      text('OriginShield.OriginShieldRegion', 'Origin Shield region', undefined, 'eu-west-1'),
    ),
    more(
      'Custom headers',
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
