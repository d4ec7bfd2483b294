import { nameOf } from '#core/model/stand-in.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originS3WebsitePublic = defineRule({
  id: 'origin/s3-website-public',
  severity: 'info',
  sees: 'origin',
  profiles: ['recommended', 'security'],
  summary: 'A website endpoint needs a public bucket.',
  why: 'S3 website endpoints take no signed requests: neither an origin access control nor an identity works, and the bucket has to be public.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
  code: null,

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      if (originKindOf(document, origin)?.id !== 's3-website') continue
      const hasSecret = (origin.CustomHeaders ?? []).length > 0
      if (hasSecret) continue
      yield {
        path: [...path, 'DomainName'],
        message: `“${nameOf(origin.DomainName)}” is a website endpoint, so its bucket must be public and viewers can bypass CloudFront; use the bucket’s REST endpoint with an origin access control, or a secret header.`,
      }
    }
  },
})
