/**
 * The values that the API takes where it takes a fixed set, as Frontage has decided on them: readers and rules know
 * each of these. `structure` compares them with the SDK's both ways, so that an update that adds one does not compile
 * until it stands here. https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Types.html
 */
import { oneOf } from './shape.ts'

export const httpVersion = oneOf('http1.1', 'http2', 'http3', 'http2and3')
export const priceClass = oneOf('PriceClass_100', 'PriceClass_200', 'PriceClass_All', 'None')
export const connectionMode = oneOf('direct', 'tenant-only')
export const viewerMtlsMode = oneOf('required', 'optional', 'passthrough')
export const geoRestrictionType = oneOf('blacklist', 'whitelist', 'none')

export const originProtocolPolicy = oneOf('http-only', 'match-viewer', 'https-only')
export const sslProtocol = oneOf('SSLv3', 'TLSv1', 'TLSv1.1', 'TLSv1.2')
export const ipAddressType = oneOf('ipv4', 'ipv6', 'dualstack')
export const selectionCriteria = oneOf('default', 'media-quality-based')

export const viewerProtocolPolicy = oneOf('allow-all', 'https-only', 'redirect-to-https')
export const method = oneOf('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'OPTIONS', 'DELETE')
export const eventType = oneOf('viewer-request', 'viewer-response', 'origin-request', 'origin-response')
/** Which cookies the legacy settings forward. */
export const itemSelection = oneOf('none', 'whitelist', 'all')

export const minimumProtocolVersion = oneOf(
  'SSLv3',
  'TLSv1',
  'TLSv1_2016',
  'TLSv1.1_2016',
  'TLSv1.2_2018',
  'TLSv1.2_2019',
  'TLSv1.2_2021',
  'TLSv1.2_2025',
  'TLSv1.3_2025',
)
export const sslSupportMethod = oneOf('sni-only', 'vip', 'static-ip')
export const certificateSource = oneOf('cloudfront', 'iam', 'acm')

export const keyedHeaders = oneOf('none', 'whitelist')
export const keyedItems = oneOf('none', 'whitelist', 'allExcept', 'all')
export const forwardedHeaders = oneOf(
  'none',
  'whitelist',
  'allViewer',
  'allViewerAndWhitelistCloudFront',
  'allExcept',
)
export const corsMethod = oneOf('GET', 'POST', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'ALL')
export const frameOption = oneOf('DENY', 'SAMEORIGIN')
export const referrerPolicy = oneOf(
  'no-referrer',
  'no-referrer-when-downgrade',
  'origin',
  'origin-when-cross-origin',
  'same-origin',
  'strict-origin',
  'strict-origin-when-cross-origin',
  'unsafe-url',
)

export const functionRuntime = oneOf('cloudfront-js-1.0', 'cloudfront-js-2.0')
export const importSourceType = oneOf('S3')
export const signingProtocol = oneOf('sigv4', 'sigv4a')
export const signingBehavior = oneOf('never', 'always', 'no-override', 'always-amz-auth')
export const originAccessControlOriginType = oneOf('s3', 'mediastore', 'mediapackagev2', 'lambda')
export const realtimeMetricsStatus = oneOf('Enabled', 'Disabled')
export const continuousDeploymentType = oneOf('SingleWeight', 'SingleHeader')
export const customizationAction = oneOf('override', 'disable')
export const transparencyLogging = oneOf('enabled', 'disabled')
export const validationTokenHost = oneOf('cloudfront', 'self-hosted')
export const contentTypeFormat = oneOf('URLEncoded')
/** A VPC origin has no address family of its own beside these two. */
export const vpcIpAddressType = oneOf('ipv4', 'dualstack')
export const ipamCidrStatus = oneOf(
  'provisioned',
  'failed-provision',
  'provisioning',
  'deprovisioned',
  'failed-deprovision',
  'deprovisioning',
  'advertised',
  'failed-advertise',
  'advertising',
  'withdrawn',
  'failed-withdraw',
  'withdrawing',
)
