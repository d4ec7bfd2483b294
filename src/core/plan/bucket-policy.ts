/**
 * What a bucket must allow so that CloudFront can read it with an origin access control:
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
 */
import { said } from '#core/ground/said.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import type { JsonObject } from '#core/model/field.ts'
import { itemsIn } from './api-list.ts'
import { type LiveResources, resolveConfig } from './resolve.ts'

export interface BucketGrant {
  readonly bucket: string
  readonly region: string | undefined
  readonly distribution: LogicalId
  /** Of the distribution that may read it. */
  readonly arn: string
  /** The statement to add to the bucket's policy. */
  readonly statement: JsonObject
}

/** `name.s3.region.amazonaws.com` and its older and dual-stack spellings. */
const endpoint =
  /^(?<bucket>.+?)\.s3(?:[.-](?:dualstack\.)?(?<region>[a-z]{2}(?:-[a-z]+)+-\d))?\.amazonaws\.com(?:\.cn)?$/

const statementFor = (bucket: string, id: LogicalId, arn: string): JsonObject => ({
  Sid: `AllowCloudFront${id.replace(/[^A-Za-z0-9]/g, '')}`,
  Effect: 'Allow',
  Principal: { Service: 'cloudfront.amazonaws.com' },
  Action: 's3:GetObject',
  Resource: `arn:aws:s3:::${bucket}/*`,
  Condition: { StringEquals: { 'AWS:SourceArn': arn } },
})

/** What a bucket must be told so that a distribution can read it. */
export const grantOf = (
  bucket: string,
  region: string | undefined,
  distribution: LogicalId,
  arn: string,
): BucketGrant => ({ bucket, region, distribution, arn, statement: statementFor(bucket, distribution, arn) })

/** The grants that the buckets behind a design's origin access controls need; distributions that exist only. */
export function bucketGrants(document: DesignDocument, live: LiveResources): readonly BucketGrant[] {
  return Object.entries(live).flatMap(([id, { arn }]) => {
    if (document.resources[id]?.type !== 'Distribution' || arn === undefined) return []
    return itemsIn(resolveConfig(document, id, live).config, 'Origins').flatMap((origin): BucketGrant[] => {
      const found = endpoint.exec(said(origin['DomainName']))?.groups
      const isControlled =
        typeof origin['OriginAccessControlId'] === 'string' && origin['OriginAccessControlId'] !== ''
      if (!found || !isControlled) return []
      const bucket = found['bucket'] ?? ''
      return [grantOf(bucket, found['region'], id, arn)]
    })
  })
}

interface Policy {
  readonly Version?: string
  readonly Statement?: readonly JsonObject[] | JsonObject
}
/** A bucket's policy with the statement; undefined where it allows this already. Other statements stay as they are. */
export function withStatement(policy: string | undefined, statement: JsonObject): string | undefined {
  // S3 gives valid policies only.
  const before = policy === undefined ? {} : (JSON.parse(policy) as Policy)
  const given = before.Statement ?? []
  const statements: readonly JsonObject[] = Array.isArray(given) ? given : [given as JsonObject]
  const wanted = JSON.stringify([statement['Resource'], statement['Condition']])
  if (
    statements.some(
      (one) => one['Effect'] === 'Allow' && JSON.stringify([one['Resource'], one['Condition']]) === wanted,
    )
  )
    return undefined
  const others = statements.filter(({ Sid }) => Sid !== statement['Sid'])
  return JSON.stringify({ Version: '2012-10-17', ...before, Statement: [...others, statement] })
}
