import { kmsEncryptionOf, kmsKeyBehind, letsInByStar, undecryptable } from '#core/model/bucket-encryption.ts'
import { bucketBehind } from '#core/model/bucket-policy.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { isUnknown } from '#core/model/field.ts'
import { defineRule, type Severity } from '#core/rules/harness/rule.ts'
import { hasAccessControl } from '#core/rules/lookup/origin-access.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

/** Nothing where CloudFront can decrypt or may; a note where it depends on what the design does not tell. */
function severityOf(document: DesignDocument, bucket: LogicalId, key: unknown): Severity | undefined {
  const own = kmsKeyBehind(document, key)
  if (own === undefined) return key === undefined ? 'warning' : isUnknown(key) ? undefined : 'info'
  if (letsInByStar(document, own)) return 'info'
  return undecryptable(document, bucket) === null ? undefined : 'warning'
}

export const accessOacKms = defineRule({
  id: 'access/oac-kms',
  severity: 'info',
  sees: 'all',
  profiles: ['recommended'],
  summary: "CloudFront is not allowed to decrypt the bucket's objects.",
  why: "Objects that are encrypted with a key of KMS need kms:Decrypt for cloudfront.amazonaws.com in the key's policy; writing needs kms:Encrypt and kms:GenerateDataKey* too. The policy of the key that S3 manages (aws/s3) cannot be changed.",
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
  code: null,
  shows: { request: { url: '/' }, outcome: { status: 403, originRequests: [{ status: 403 }] } },

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      if (!hasAccessControl(origin)) continue
      const bucket = bucketBehind(document, origin.DomainName)
      const encryption = bucket === undefined ? undefined : kmsEncryptionOf(document, bucket)
      if (!encryption || bucket === undefined) continue
      const { key } = encryption
      const own = kmsKeyBehind(document, key)
      const severity = severityOf(document, bucket, key)
      if (severity === undefined) continue
      yield {
        path: [...path, 'OriginAccessControlId'],
        severity,
        message:
          key === undefined
            ? `“${bucket}” is encrypted with the key that S3 manages, which CloudFront cannot use; give it a key of your own whose policy allows cloudfront.amazonaws.com “kms:Decrypt”.`
            : `“${bucket}” is encrypted with ${own ? `“${own}”` : 'a key of KMS'}, ${own ? 'whose policy does not name CloudFront' : 'which is not of this design'}; its policy has to allow cloudfront.amazonaws.com “kms:Decrypt”.`,
      }
    }
  },
})
