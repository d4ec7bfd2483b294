import { bucketBehind, bucketGrant } from '#core/model/bucket-policy.ts'
import { isRef, known } from '#core/model/field.ts'
import { isAloneInFile } from '#core/model/links.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { namedIn } from '#core/rules/lookup/foreign.ts'
import { hasAccessIdentity } from '#core/rules/lookup/origin-access.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const accessOaiBucketPolicy = defineRule({
  id: 'access/oai-bucket-policy',
  severity: 'warning',
  sees: 'origin',
  summary: 'The bucket policy does not let the origin access identity read the bucket.',
  why: 'CloudFront signs requests as the identity, which can read the bucket only where the policy of the bucket lets it do s3:GetObject; without it S3 answers 403.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
  code: null,

  *check({ document }) {
    if (isAloneInFile(document)) return
    for (const { value: origin, path } of eachOrigin(document)) {
      if (!hasAccessIdentity(origin) && !isRef(known(origin.S3OriginConfig)?.OriginAccessIdentity)) continue
      if (!originKindOf(document, origin)?.isBucket) continue
      const bucket = bucketBehind(document, origin.DomainName)
      const identity = namedIn(known(origin.S3OriginConfig)?.OriginAccessIdentity)[0]
      if (
        bucket === undefined ||
        bucketGrant(document, origin.DomainName, 'oai', identity).read !== 'missing'
      )
        continue
      yield {
        path: [...path, 'S3OriginConfig', 'OriginAccessIdentity'],
        message: `Nothing in the design lets the origin access identity read “${bucket}”, so S3 answers 403; add a bucket policy with “s3:GetObject” for it.`,
      }
    }
  },
})
