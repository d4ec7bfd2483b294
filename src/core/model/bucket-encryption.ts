/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-bucketencryption.html */
import type { DesignDocument, LogicalId } from './document.ts'
import { isRef, isUnknown } from './field.ts'
import { isAloneInFile } from './links.ts'
import { type Path, valueAt } from './path.ts'
import { referencesTo } from './reference.ts'

/** How a bucket of the design is encrypted by KMS: with a key, or with the one that S3 manages; else undefined. */
export function kmsEncryptionOf(
  document: DesignDocument,
  bucket: LogicalId,
): { readonly key: unknown } | undefined {
  const rules = valueAt(document.resources[bucket]?.config, [
    'BucketEncryption',
    'ServerSideEncryptionConfiguration',
  ])
  for (const rule of Array.isArray(rules) ? rules : [rules]) {
    const algorithm = valueAt(rule, ['ServerSideEncryptionByDefault', 'SSEAlgorithm'])
    if (algorithm === 'aws:kms' || algorithm === 'aws:kms:dsse')
      return { key: valueAt(rule, ['ServerSideEncryptionByDefault', 'KMSMasterKeyID']) }
  }
  return undefined
}

const refsOf = (value: unknown): readonly LogicalId[] =>
  isRef(value) ? [value.ref] : isUnknown(value) ? (value.refs ?? []) : []

/** The key of the design that a value names, by its alias too. */
export function kmsKeyBehind(document: DesignDocument, key: unknown): LogicalId | undefined {
  const named = (value: unknown, type: string) =>
    refsOf(value).find((id) => document.resources[id]?.type === type)
  const alias = named(key, 'AWS::KMS::Alias')
  const target = alias === undefined ? key : valueAt(document.resources[alias]?.config, ['TargetKeyId'])
  return named(target ?? key, 'AWS::KMS::Key')
}

/** Identities of an account are no services, whatever the account is. */
const isOfAccount = (value: unknown): boolean => isUnknown(value) && /:iam::/.test(value.unknown)

function* principalsIn(value: unknown): Generator<unknown> {
  if (typeof value !== 'object' || value === null || isRef(value) || isUnknown(value)) yield value
  else for (const child of Object.values(value)) yield* principalsIn(child)
}

/** Whether a custom resource is given the key: the code behind it may change the key's policy, as the CDK's does. */
const isChangedByCode = (document: DesignDocument, key: LogicalId): boolean =>
  referencesTo(document, key).some(({ from }) =>
    /^Custom::|^AWS::CloudFormation::CustomResource$/.test(document.resources[from]?.type ?? ''),
  )

/** Whether a policy lets a service in, or may: what only the deployment decides may be the service. */
export const mayLetIn = (policy: unknown, service: string): boolean => letsIn(policy, ['*', service])

/** Whether a key's policy lets CloudFront in by a star alone; AWS's page asks for the service by its name. */
export function letsInByStar(document: DesignDocument, key: LogicalId): boolean {
  const policy = valueAt(document.resources[key]?.config, ['KeyPolicy'])
  return letsIn(policy, ['*']) && !letsIn(policy, ['cloudfront.amazonaws.com'])
}

function letsIn(policy: unknown, names: readonly string[]): boolean {
  const statements: unknown = valueAt(policy, ['Statement'])
  if (isRef(policy) || isUnknown(policy) || isRef(statements) || isUnknown(statements)) return true
  return (Array.isArray(statements) ? statements : [statements]).some((statement: unknown) => {
    if (isRef(statement) || isUnknown(statement)) return true
    if (valueAt(statement, ['Effect']) === 'Deny') return false
    return [...principalsIn(valueAt(statement, ['Principal']))].some(
      (one) =>
        (typeof one === 'string' && names.includes(one)) ||
        ((isRef(one) || isUnknown(one)) && !isOfAccount(one)),
    )
  })
}

/**
 * Why CloudFront cannot decrypt the objects of a bucket, as far as the design tells; null where it can or may.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
 */
export function undecryptable(
  document: DesignDocument,
  bucket: LogicalId,
): { readonly why: string; readonly path: Path } | null {
  const encryption = kmsEncryptionOf(document, bucket)
  if (!encryption) return null
  if (encryption.key === undefined)
    return {
      why: `“${bucket}” is encrypted with the key that S3 manages, which CloudFront cannot use`,
      path: ['resources', bucket, 'config', 'BucketEncryption'],
    }
  const id = kmsKeyBehind(document, encryption.key)
  if (id === undefined) return null
  const policy = valueAt(document.resources[id]?.config, ['KeyPolicy'])
  if (policy === undefined && isAloneInFile(document)) return null
  if (mayLetIn(policy, 'cloudfront.amazonaws.com') || isChangedByCode(document, id)) return null
  return {
    why: `the policy of the key “${id}” does not let CloudFront decrypt`,
    path: ['resources', id, 'config', 'KeyPolicy'],
  }
}
