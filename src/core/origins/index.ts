/**
 * The kinds of origin, in the order in which they are recognised; the last takes every host. A new one is a file beside
 * this one and its line here.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistS3AndCustomOrigins.html
 */
import { hostParts, isMoreThanHost } from '#core/ground/host-parts.ts'
import type { DesignDocument, Origin } from '#core/model/document.ts'
import { textOrStandIn } from '#core/model/stand-in.ts'
import { apiGateway } from './api-gateway.ts'
import { appRunner } from './app-runner.ts'
import { appSync } from './app-sync.ts'
import { appSyncRealtime } from './app-sync-realtime.ts'
import { cloudFront } from './cloudfront.ts'
import { custom } from './custom.ts'
import { ec2 } from './ec2.ts'
import { elasticBeanstalk } from './elastic-beanstalk.ts'
import type { AnyOriginKind } from './kind/kind.ts'
import { lambdaUrl } from './lambda-url.ts'
import { loadBalancer } from './load-balancer.ts'
import { mediaPackage } from './media-package.ts'
import { mediaPackageV1 } from './media-package-v1.ts'
import { mediaStore } from './media-store.ts'
import { mediaTailor } from './media-tailor.ts'
import { s3AccessPoint } from './s3-access-point.ts'
import { s3Bucket } from './s3-bucket.ts'
import { s3ObjectLambda } from './s3-object-lambda.ts'
import { s3Website } from './s3-website.ts'

const all = [
  s3ObjectLambda,
  s3AccessPoint,
  s3Bucket,
  s3Website,
  loadBalancer,
  ec2,
  elasticBeanstalk,
  apiGateway,
  appSync,
  appSyncRealtime,
  appRunner,
  lambdaUrl,
  mediaPackage,
  mediaPackageV1,
  mediaTailor,
  mediaStore,
  cloudFront,
  custom,
] as const

export type OriginKindId = (typeof all)[number]['id']
export type OriginKind = AnyOriginKind<OriginKindId>
export const originKinds: readonly OriginKind[] = all

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

/** The kind of an origin, of the host within where a URL was written; undefined where nothing is known of its domain name. */
export function originKindOf(document: DesignDocument, origin: Origin): OriginKind | undefined {
  const host = textOrStandIn(document, origin.DomainName)
  return host === undefined ? undefined : kindOfHost(isMoreThanHost(host) ? hostParts(host).host : host)
}
