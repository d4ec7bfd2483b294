/**
 * The kinds of origin, most particular first; the last takes every host.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistS3AndCustomOrigins.html
 */
import type { DesignDocument, Origin } from '#core/model/document.ts'
import { textOrStandIn } from '#core/model/stand-in.ts'
import type { OriginKind } from './kind/kind.ts'

const ending = (expression: RegExp) => (host: string) => expression.test(host)

export const originKinds: readonly OriginKind[] = [
  {
    id: 's3-website',
    label: 'S3 website',
    matches: ending(/\.s3-website[.-][a-z0-9-]+\.amazonaws\.com(\.cn)?$/),
  },
  {
    id: 's3-object-lambda',
    label: 'S3 Object Lambda',
    matches: ending(/--ol-s3\.s3\.[a-z0-9-]+\.amazonaws\.com$/),
    signing: 's3',
    isBucket: true,
  },
  {
    id: 's3-access-point',
    label: 'S3 access point',
    matches: ending(/-s3alias\.s3\.[a-z0-9-]+\.amazonaws\.com$/),
    signing: 's3',
    isBucket: true,
  },
  {
    id: 's3-bucket',
    label: 'S3 bucket',
    matches: ending(/^.+\.s3([.-](dualstack\.)?[a-z0-9-]+)?\.amazonaws\.com(\.cn)?$/),
    signing: 's3',
    isBucket: true,
  },
  {
    id: 'lambda-url',
    label: 'Lambda function URL',
    matches: ending(/\.lambda-url\.[a-z0-9-]+\.on\.aws$/),
    signing: 'lambda',
  },
  { id: 'api-gateway', label: 'API Gateway', matches: ending(/\.execute-api\.[a-z0-9-]+\.amazonaws\.com$/) },
  {
    id: 'load-balancer',
    label: 'Load balancer',
    matches: ending(/\.elb\.([a-z0-9-]+\.)?amazonaws\.com$|\.[a-z0-9-]+\.elb\.amazonaws\.com$/),
  },
  {
    id: 'media-store',
    label: 'MediaStore',
    matches: ending(/\.data\.mediastore\.[a-z0-9-]+\.amazonaws\.com$/),
    signing: 'mediastore',
  },
  {
    id: 'media-package',
    label: 'MediaPackage',
    matches: ending(/\.mediapackagev2\.[a-z0-9-]+\.amazonaws\.com$/),
    signing: 'mediapackagev2',
  },
  { id: 'cloudfront', label: 'CloudFront distribution', matches: ending(/\.cloudfront\.net$/) },
  { id: 'custom', label: 'HTTP server', matches: () => true },
]

/** Kinds found before: many rules ask for the same few hosts. */
const kinds = new Map<string, OriginKind>()
const maxKinds = 10_000

/** The kind of a host name. */
export const kindOfHost = (host: string): OriginKind => {
  const before = kinds.get(host)
  if (before) return before
  const lower = host.toLowerCase()
  const kind = originKinds.find(({ matches }) => matches(lower))
  if (!kind) throw new Error('The last kind of origin takes every host.')
  if (kinds.size >= maxKinds) kinds.clear()
  kinds.set(host, kind)
  return kind
}

/** The kind of an origin; undefined where nothing is known of its domain name. */
export function originKindOf(document: DesignDocument, origin: Origin): OriginKind | undefined {
  const host = textOrStandIn(document, origin.DomainName)
  return host === undefined ? undefined : kindOfHost(host.replace(/^https?:\/\//, ''))
}
