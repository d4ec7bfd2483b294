import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { hasAccessIdentity } from '#core/rules/lookup/origin-access.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const accessOaiLegacy = defineRule({
  id: 'access/oai-legacy',
  severity: 'info',
  sees: 'origin',
  profiles: ['recommended', 'security'],
  summary: 'A bucket is read through an origin access identity, the old way.',
  why: 'Origin access identities cannot read SSE-KMS objects, nor buckets of newer regions, nor write. Origin access control replaces them.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
  code: null,

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      if (!hasAccessIdentity(origin)) continue
      yield {
        path: [...path, 'S3OriginConfig', 'OriginAccessIdentity'],
        message: `The origin “${nameOf(origin.Id)}” uses an origin access identity, which CloudFront keeps for old designs only; move to an origin access control.`,
      }
    }
  },
})
