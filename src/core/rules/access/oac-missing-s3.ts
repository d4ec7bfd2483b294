import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const accessOacMissingS3 = defineRule({
  id: 'access/oac-missing-s3',
  severity: 'warning',
  sees: 'origin',
  profiles: ['security'],
  summary: 'A bucket origin has no origin access control.',
  why: 'Without one CloudFront asks the bucket without a signature, so that it must be public.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
  code: null,
  alsoKnownAs: ['CKV2_AWS_46'],
  shows: {
    request: { url: '/index.html' },
    outcome: { originRequests: [{ headers: { authorization: { $absent: true } } }] },
  },

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      if (
        origin.OriginAccessControlId ||
        known(origin.S3OriginConfig)?.OriginAccessIdentity ||
        !origin.S3OriginConfig ||
        !originKindOf(document, origin)?.isBucket
      )
        continue
      yield {
        path,
        message: `CloudFront asks the bucket of “${nameOf(origin.Id)}” unsigned, so it must be public; attach an origin access control.`,
      }
    }
  },
})
