import { bucketBehind, bucketGrant } from '#core/model/bucket-policy.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { type Edit, insertAt } from '#core/model/edit.ts'
import { isUnknown, known } from '#core/model/field.ts'
import { isAloneInFile } from '#core/model/links.ts'
import { type Path, valueAt } from '#core/model/path.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { bucketNameIn } from '#core/rules/lookup/access-logs.ts'
import { addResource, arnOf, foreignOf, freeId, textIn } from '#core/rules/lookup/foreign.ts'
import { hasAccessControl } from '#core/rules/lookup/origin-access.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

const readStatement = (bucket: LogicalId, distribution: LogicalId) => ({
  Sid: 'AllowCloudFrontRead',
  Effect: 'Allow',
  Principal: { Service: 'cloudfront.amazonaws.com' },
  Action: 's3:GetObject',
  Resource: {
    unknown: `!Sub \${${bucket}.Arn}/*`,
    expression: { 'Fn::Sub': `\${${bucket}.Arn}/*` },
    refs: [bucket],
  },
  Condition: { StringEquals: { 'AWS:SourceArn': arnOf(distribution) } },
})

/** A bucket has one policy: the statement goes into the one that the design has, or into a new one. */
function grantEdit(
  document: DesignDocument,
  bucket: LogicalId,
  site: LogicalId,
  policy: Path,
): Edit | undefined {
  const statement = readStatement(bucket, site)
  if (policy.at(-1) !== 'PolicyDocument')
    return addResource(
      freeId(document, `${bucket}ReadPolicy`),
      {
        type: 'AWS::S3::BucketPolicy',
        config: {
          Bucket: { ref: bucket },
          PolicyDocument: { Version: '2012-10-17', Statement: [statement] },
        },
      },
      'Add the bucket policy',
    )
  const statements = valueAt(document, [...policy, 'Statement'])
  return Array.isArray(statements)
    ? insertAt([...policy, 'Statement'], statements.length, statement, 'Add to the bucket policy')
    : undefined
}

export const accessOacBucketPolicy = defineRule({
  id: 'access/oac-bucket-policy',
  severity: 'info',
  sees: 'origin',
  profiles: ['recommended'],
  summary: 'The bucket policy does not let CloudFront read the bucket.',
  why: "An origin access control signs requests as cloudfront.amazonaws.com. The bucket's policy has to let that service do s3:GetObject for the distribution's ARN; without it S3 answers 403. With s3:ListBucket missing objects give 404 in place of 403.",
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
  code: null,
  shows: { request: { url: '/index.html' }, outcome: { status: 403, originRequests: [{ status: 403 }] } },

  *check({ document }) {
    const isWhole = !isAloneInFile(document)
    for (const { value: origin, path, distribution } of eachOrigin(document)) {
      if (!hasAccessControl(origin) || !originKindOf(document, origin)?.isBucket) continue
      const bucket = bucketBehind(document, origin.DomainName)
      const field = [...path, 'OriginAccessControlId']
      if (bucket === undefined) {
        const host = known(origin.DomainName)
        if (host === undefined || !isWhole) continue
        const name = bucketNameIn(host)
        const hasPolicy = foreignOf(document, 'AWS::S3::BucketPolicy').some(
          ({ config }) => textIn(config['Bucket']) === name || isUnknown(config['Bucket']),
        )
        if (!hasPolicy)
          yield {
            path: field,
            message: `The bucket “${name ?? host}” is not of this design; its policy has to let cloudfront.amazonaws.com do “s3:GetObject” for “${distribution.id}”, or S3 answers 403.`,
          }
        continue
      }
      const grant = bucketGrant(document, origin.DomainName, 'oac')
      if (grant.read !== 'missing') continue
      const fix = grantEdit(document, bucket, distribution.id, grant.path ?? [])
      yield {
        path: field,
        severity: 'warning',
        message: `Nothing in the design lets CloudFront read “${bucket}”, so S3 answers 403; add a bucket policy with “s3:GetObject” for cloudfront.amazonaws.com and the ARN of “${distribution.id}”.`,
        ...(fix && { suggestions: [fix] }),
      }
    }
  },
})
