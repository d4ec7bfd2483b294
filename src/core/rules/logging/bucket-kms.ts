import { kmsEncryptionOf } from '#core/model/bucket-encryption.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import { isExpression } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { logBucketOf } from '#core/rules/lookup/access-logs.ts'

/** The key that S3 makes for an account: none is named, or its alias is. */
const isManagedByAws = (key: unknown): boolean =>
  key === undefined || (!isExpression(key) && typeof key === 'string' && /(^|[:/])alias\/aws\/s3$/.test(key))

export const loggingBucketKms = defineRule({
  id: 'logging/bucket-kms',
  severity: 'warning',
  summary: 'CloudFront cannot write to the log bucket, which the AWS managed key encrypts.',
  why: 'With SSE-KMS and the AWS managed key CloudFront cannot write legacy logs into a bucket; it takes a key of your own whose policy lets delivery.logs.amazonaws.com use it, or SSE-S3.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of distributionsIn(document)) {
      const bucket = logBucketOf(document, config)
      const encryption = bucket === undefined ? undefined : kmsEncryptionOf(document, bucket)
      if (!encryption || !isManagedByAws(encryption.key)) continue
      yield {
        path: [...path, 'Logging', 'Bucket'],
        message: `The log bucket “${bucket}” is encrypted with the AWS managed key, so no logs of “${id}” arrive; use SSE-S3 or a KMS key of your own.`,
      }
    }
  },
})
