import { bucketBehind } from '#core/model/bucket-policy.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { isExpression, known } from '#core/model/field.ts'
import { valueAt } from '#core/model/path.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule, type Finding } from '#core/rules/harness/rule.ts'
import { policiesOfBucket } from '#core/rules/lookup/bucket-policies.ts'
import { listIn, mayBeLeftOut } from '#core/rules/lookup/foreign.ts'
import { hasAccessControl, hasAccessIdentity } from '#core/rules/lookup/origin-access.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

type Open = Pick<Finding, 'path'> & { readonly how: string }

/** `BlockPublicAcls` and the like: true, false where it is said, undefined where the deployment decides. */
function isBlocked(
  document: DesignDocument,
  bucket: LogicalId,
  ...names: readonly string[]
): boolean | undefined {
  const block: unknown = valueAt(document.resources[bucket]?.config, ['PublicAccessBlockConfiguration'])
  // New buckets block public access, and then S3 refuses what opens them; old ones do not.
  if (block === undefined) return false
  if (isExpression(block)) return undefined
  const values = names.map((name) => known(valueAt(block, [name])))
  if (values.some((value) => value === true || value === 'true')) return true
  const isSaid = (name: string) => valueAt(block, [name]) !== undefined
  return names.every((name, index) => !isSaid(name) || values[index] === false || values[index] === 'false')
    ? false
    : undefined
}

const isEverybody = (principal: unknown): boolean =>
  principal === '*' || [valueAt(principal, ['AWS'])].flat().includes('*')

const readsObjects = (action: unknown): boolean =>
  (listIn(action) ?? []).some(
    (one) => typeof one === 'string' && ['*', 's3:*', 's3:get*', 's3:getobject'].includes(one.toLowerCase()),
  )

function* opened(document: DesignDocument, bucket: LogicalId): Generator<Open> {
  const path = ['resources', bucket, 'config']
  const acl = valueAt(document.resources[bucket]?.config, ['AccessControl'])
  const isByList = acl === 'PublicRead' || acl === 'PublicReadWrite'
  if (isByList && isBlocked(document, bucket, 'BlockPublicAcls', 'IgnorePublicAcls') === false)
    yield { path: [...path, 'AccessControl'], how: `has the access control list ${acl}` }
  if (isBlocked(document, bucket, 'BlockPublicPolicy', 'RestrictPublicBuckets') !== false) return
  for (const { policy, statements } of policiesOfBucket(document, bucket))
    for (const { statement, path: place } of mayBeLeftOut(document, policy.id) ? [] : statements) {
      const { Effect: effect, Principal: principal, Action: action, Condition: condition } = statement
      if (effect === 'Allow' && condition === undefined && isEverybody(principal) && readsObjects(action))
        yield { path: [...place, 'Principal'], how: 'has a policy for everybody' }
    }
}

export const accessBucketPublic = defineRule({
  id: 'access/bucket-public',
  severity: 'warning',
  sees: 'all',
  summary: 'The bucket that CloudFront reads by signed requests is open to everybody.',
  why: 'An origin access control or identity closes nothing by itself: where an access control list or the policy lets everybody read, viewers can pass by CloudFront, its web ACL, signed URLs and geographic restrictions.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
  code: null,

  *check({ document }) {
    const told = new Set<LogicalId>()
    for (const { value: origin } of eachOrigin(document)) {
      const isLocked = hasAccessControl(origin) || hasAccessIdentity(origin)
      if (!isLocked || !originKindOf(document, origin)?.isBucket) continue
      const bucket = bucketBehind(document, origin.DomainName)
      if (bucket === undefined || told.has(bucket)) continue
      told.add(bucket)
      for (const { path, how } of opened(document, bucket))
        yield {
          path,
          message: `“${bucket}” ${how}, so viewers can read it around CloudFront, or S3 refuses it where public access is blocked; let CloudFront alone read it.`,
        }
    }
  },
})
