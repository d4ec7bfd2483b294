/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-bucketencryption.html */
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { valueAt } from '#core/model/path.ts'
import { listIn } from './foreign.ts'

/** How a bucket of the design is encrypted by KMS: with a key, or with the one that S3 manages; else undefined. */
export function kmsEncryptionOf(
  document: DesignDocument,
  bucket: LogicalId,
): { readonly key: unknown } | undefined {
  const rules = valueAt(document.resources[bucket]?.config, [
    'BucketEncryption',
    'ServerSideEncryptionConfiguration',
  ])
  for (const rule of listIn(rules) ?? []) {
    const algorithm = valueAt(rule, ['ServerSideEncryptionByDefault', 'SSEAlgorithm'])
    if (algorithm === 'aws:kms' || algorithm === 'aws:kms:dsse')
      return { key: valueAt(rule, ['ServerSideEncryptionByDefault', 'KMSMasterKeyID']) }
  }
  return undefined
}
