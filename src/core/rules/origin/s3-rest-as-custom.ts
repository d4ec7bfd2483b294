import { combine, removeAt, setAt } from '#core/model/edit.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originS3RestAsCustom = defineRule({
  id: 'origin/s3-rest-as-custom',
  severity: 'warning',
  sees: 'origin',
  summary: 'A bucket is set up as a custom origin.',
  why: 'As a custom origin a bucket cannot be signed for: it would have to be public.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
  code: null,
  shows: {
    request: { url: '/' },
    outcome: { originRequests: [{ headers: { authorization: { $absent: true } } }] },
  },

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      if (origin.CustomOriginConfig === undefined || !originKindOf(document, origin)?.isBucket) continue
      yield {
        path: [...path, 'CustomOriginConfig'],
        message: `“${nameOf(origin.DomainName)}” is a bucket behind a custom origin, so CloudFront cannot sign for it and it must be public; use S3OriginConfig with an origin access control.`,
        suggestions: [
          combine('Make it an S3 origin', [
            setAt([...path, 'S3OriginConfig'], { OriginAccessIdentity: '' }),
            removeAt([...path, 'CustomOriginConfig']),
          ]),
        ],
      }
    }
  },
})
