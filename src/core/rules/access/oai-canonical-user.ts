import { bucketBehind } from '#core/model/bucket-policy.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { isRef, known } from '#core/model/field.ts'
import { surelyOf } from '#core/model/links.ts'
import { type Path, valueAt } from '#core/model/path.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { policiesOfBucket } from '#core/rules/lookup/bucket-policies.ts'
import { namedIn } from '#core/rules/lookup/foreign.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

/** What a principal by canonical user names that cannot be right; undefined where it is, or may be. */
function faultOf(
  document: DesignDocument,
  principal: unknown,
  identities: readonly LogicalId[],
): string | undefined {
  const user: unknown = valueAt(principal, ['CanonicalUser'])
  const named = surelyOf(document, user, 'OriginAccessIdentity')
  if (named === undefined) return undefined
  if (isRef(user) && user.attribute !== 'S3CanonicalUserId')
    return `names the id of “${named}” as a canonical user, which S3 refuses; use its S3CanonicalUserId`
  return identities.includes(named)
    ? undefined
    : `lets the canonical user of “${named}” in, and CloudFront signs as “${identities.join('” or “')}”; name the S3CanonicalUserId of that`
}

/** Whether a principal is one of the identities, by its canonical user or by its ARN, or may be. */
function namesOneOf(document: DesignDocument, principal: unknown, identities: readonly LogicalId[]): boolean {
  const user: unknown = valueAt(principal, ['CanonicalUser'])
  const named = surelyOf(document, user, 'OriginAccessIdentity')
  if (user !== undefined && named === undefined) return true
  if (named !== undefined)
    return isRef(user) && user.attribute === 'S3CanonicalUserId' && identities.includes(named)
  const others = [valueAt(principal, ['AWS'])].flat()
  return others.some((one) => identities.some((id) => namedIn(one).includes(id)))
}

/** The identities that each bucket is read as; `isSure` where all of them are told. */
function readersOf(document: DesignDocument) {
  const readers = new Map<LogicalId, { identities: Set<LogicalId>; isSure: boolean }>()
  for (const { value: origin } of eachOrigin(document)) {
    const bucket = bucketBehind(document, origin.DomainName)
    if (bucket === undefined) continue
    const field = known(origin.S3OriginConfig)?.OriginAccessIdentity
    const identity = surelyOf(document, field, 'OriginAccessIdentity')
    const reader = readers.get(bucket) ?? { identities: new Set(), isSure: true }
    if (identity !== undefined) reader.identities.add(identity)
    else if (field !== undefined && field !== '') reader.isSure = false
    readers.set(bucket, reader)
  }
  return [...readers].filter(([, { identities, isSure }]) => isSure && identities.size > 0)
}

export const accessOaiCanonicalUser = defineRule({
  id: 'access/oai-canonical-user',
  severity: 'warning',
  sees: 'all',
  summary: 'The bucket policy names the wrong canonical user for the origin access identity.',
  why: 'A bucket policy knows an origin access identity by its ARN or by its Amazon S3 canonical user ID, which is another value than its ID. A statement for another identity lets CloudFront read nothing, and S3 answers 403.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
  code: null,

  *check({ document }) {
    for (const [bucket, { identities }] of readersOf(document)) {
      const statements = policiesOfBucket(document, bucket).flatMap((one) => one.statements)
      // A statement for an identity of elsewhere is nobody's fault beside one for this.
      if (statements.some(({ statement }) => namesOneOf(document, statement['Principal'], [...identities])))
        continue
      for (const { statement, path } of statements) {
        const fault = faultOf(document, valueAt(statement, ['Principal']), [...identities])
        if (fault === undefined) continue
        const place: Path = [...path, 'Principal', 'CanonicalUser']
        yield { path: place, message: `The policy of “${bucket}” ${fault}.` }
      }
    }
  },
})
