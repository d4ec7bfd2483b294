import { bucketGrant } from '#core/model/bucket-policy.ts'
import { behaviorsOf, distributionsIn, originsOf } from '#core/model/distribution.ts'
import { insertAt } from '#core/model/edit.ts'
import { isWhollyKnown, known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const errorsS3MissingIs403 = defineRule({
  id: 'errors/s3-missing-is-403',
  severity: 'warning',
  summary: 'The page for 404 is never shown, since the bucket answers 403.',
  why: 'To one who may not list a bucket, S3 answers 403 for an object that is not there, so a custom error response for 404 alone is never used.',
  docs: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html',
  code: null,

  *check({ document }) {
    for (const distribution of distributionsIn(document)) {
      const { CustomErrorResponses: responses = [], CacheBehaviors } = distribution.config
      if (!isWhollyKnown(responses) || !isWhollyKnown(CacheBehaviors)) continue
      const codes = responses.map((item) => known(known(item)?.ErrorCode))
      const index = codes.indexOf(404)
      if (index < 0 || codes.includes(403) || codes.includes(undefined)) continue
      const targets = new Set(
        behaviorsOf(distribution).map(({ behavior }) => nameOf(behavior.TargetOriginId)),
      )
      const asked = originsOf(distribution).filter(({ value }) => targets.has(nameOf(value.Id)))
      // Another kind of origin may answer 404 itself, and then the response has its use.
      if (asked.length === 0 || asked.some(({ value }) => !originKindOf(document, value)?.isBucket)) continue
      const signed = asked.filter(({ value }) => value.OriginAccessControlId !== undefined)
      const grants = signed.map(({ value }) => bucketGrant(document, value.DomainName, 'oac'))
      const hidden = grants.findIndex(({ list }) => !list)
      if (hidden < 0) continue
      const path = [...distribution.path, 'CustomErrorResponses']
      yield {
        // The policy of a bucket outside the design may say more than we see.
        ...(grants[hidden]?.read === 'unknown' && { severity: 'info' as const }),
        path: [...path, index, 'ErrorCode'],
        message: `The bucket of “${nameOf(signed[hidden]?.value.Id)}” answers 403 for objects that are not there unless CloudFront may list it, so the response for 404 is not used; add one for 403, or allow “s3:ListBucket”.`,
        suggestions: [
          insertAt(path, index + 1, { ...known(responses[index]), ErrorCode: 403 }, 'Answer 403 alike'),
        ],
      }
    }
  },
})
