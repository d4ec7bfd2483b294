import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originS3GlobalEndpoint = defineRule({
  id: 'origin/s3-global-endpoint',
  severity: 'info',
  sees: 'origin',
  profiles: ['recommended'],
  summary: 'A bucket is named without its Region.',
  why: 'The global name of a bucket outside us-east-1 answers with redirects to viewers for hours after the bucket was made.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistS3AndCustomOrigins.html',
  code: null,

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      const host = known(origin.DomainName)
      const bucket = host && /^(.+)\.s3\.amazonaws\.com$/i.exec(host)?.[1]
      if (!bucket) continue
      yield {
        path: [...path, 'DomainName'],
        message: `“${host}” is the global name of a bucket, which redirects viewers to S3 when the bucket is in another region than us-east-1; write “${bucket}.s3.REGION.amazonaws.com”.`,
      }
    }
  },
})
