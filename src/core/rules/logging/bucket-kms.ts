import { kmsEncryptionOf, kmsKeyBehind, mayLetIn } from '#core/model/bucket-encryption.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { isExpression } from '#core/model/field.ts'
import { valueAt } from '#core/model/path.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { logBucketOf } from '#core/rules/lookup/access-logs.ts'

/** The key that S3 makes for an account: none is named, or its alias is. */
const isManagedByAws = (key: unknown): boolean =>
  key === undefined || (!isExpression(key) && typeof key === 'string' && /(^|[:/])alias\/aws\/s3$/.test(key))

/** A key of the design whose policy, which is told as a whole, does not let the delivery of logs use it. */
function closedKey(document: DesignDocument, key: unknown): LogicalId | undefined {
  const id = kmsKeyBehind(document, key)
  const policy: unknown = valueAt(document.resources[id ?? '']?.config, ['KeyPolicy'])
  const isTold = id !== undefined && policy !== undefined
  return isTold && !mayLetIn(policy, 'delivery.logs.amazonaws.com') ? id : undefined
}

export const loggingBucketKms = defineRule({
  id: 'logging/bucket-kms',
  severity: 'warning',
  summary: 'CloudFront cannot write to the log bucket with the key that encrypts it.',
  why: 'With SSE-KMS and the AWS managed key CloudFront cannot write legacy logs into a bucket; it takes a key of your own whose policy lets delivery.logs.amazonaws.com use it, or SSE-S3.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of distributionsIn(document)) {
      const bucket = logBucketOf(document, config)
      const encryption = bucket === undefined ? undefined : kmsEncryptionOf(document, bucket)
      if (!encryption) continue
      const field = [...path, 'Logging', 'Bucket']
      const closed = closedKey(document, encryption.key)
      if (isManagedByAws(encryption.key))
        yield {
          path: field,
          message: `The log bucket “${bucket}” is encrypted with the AWS managed key, so no logs of “${id}” arrive; use SSE-S3 or a KMS key of your own.`,
        }
      else if (closed !== undefined)
        yield {
          path: field,
          message: `The log bucket “${bucket}” is encrypted with “${closed}”, whose policy does not let delivery.logs.amazonaws.com use it, so no logs of “${id}” arrive; allow it kms:GenerateDataKey* and kms:Decrypt.`,
        }
    }
  },
})
