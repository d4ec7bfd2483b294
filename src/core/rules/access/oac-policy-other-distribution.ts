import { bucketBehind } from '#core/model/bucket-policy.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { isExpression } from '#core/model/field.ts'
import { valueAt } from '#core/model/path.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { policiesOfBucket } from '#core/rules/lookup/bucket-policies.ts'
import { mentions, namedIn } from '#core/rules/lookup/foreign.ts'
import { hasAccessControl } from '#core/rules/lookup/origin-access.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

/** The statements of the policies of a bucket that let CloudFront's service in. */
const statementsFor = (document: DesignDocument, bucket: LogicalId): readonly unknown[] =>
  policiesOfBucket(document, bucket)
    .flatMap(({ statements }) => statements.map(({ statement }) => statement))
    .filter(
      (statement) =>
        statement['Effect'] === 'Allow' && mentions(statement['Principal'], 'cloudfront.amazonaws.com'),
    )

/** The distributions that the condition of a statement names; undefined where it names others, or none. */
function distributionsOf(document: DesignDocument, statement: unknown): readonly LogicalId[] | undefined {
  const condition = valueAt(statement, ['Condition'])
  if (typeof condition !== 'object' || condition === null || isExpression(condition)) return undefined
  const values = Object.values(condition).flatMap((operator) =>
    Object.entries(Object(operator)).flatMap(([key, value]) =>
      key.toLowerCase() === 'aws:sourcearn' ? [value].flat() : [],
    ),
  )
  const ids = values.map((value) => namedIn(value)[0])
  const isOfDesign = (id: LogicalId | undefined): id is LogicalId =>
    id !== undefined && document.resources[id]?.type === 'Distribution'
  return ids.length > 0 && ids.every(isOfDesign) ? ids.filter(isOfDesign) : undefined
}

export const accessOacPolicyOtherDistribution = defineRule({
  id: 'access/oac-policy-other-distribution',
  severity: 'warning',
  sees: 'all',
  summary: 'The bucket policy lets another distribution read the bucket, and not this one.',
  why: 'A policy that names the ARN of one distribution refuses every other one with 403. A staging distribution has an ARN of its own, and its origins need it in their policies before traffic goes there.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/continuous-deployment-quotas-considerations.html',
  code: null,

  *check({ document }) {
    for (const { value: origin, path, distribution } of eachOrigin(document)) {
      const bucket = bucketBehind(document, origin.DomainName)
      if (bucket === undefined || !hasAccessControl(origin) || !originKindOf(document, origin)?.isBucket)
        continue
      const named = statementsFor(document, bucket).map((one) => distributionsOf(document, one))
      if (named.length === 0 || named.some((ids) => !ids || ids.includes(distribution.id))) continue
      yield {
        path: [...path, 'OriginAccessControlId'],
        message: `The policy of “${bucket}” names “${named.flat().join('”, “')}” alone, so “${distribution.id}” gets 403 from it; add the ARN of “${distribution.id}”.`,
      }
    }
  },
})
