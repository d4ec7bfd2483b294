import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originS3PathStyle = defineRule({
  id: 'origin/s3-path-style',
  severity: 'error',
  sees: 'origin',
  summary: 'An S3 origin does not name its bucket in the host name.',
  why: 'CloudFront takes the bucket from the host name; the service endpoint alone names none and path-style addresses are refused.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistS3AndCustomOrigins.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      const host = known(origin.DomainName)
      if (host === undefined || !/^s3([.-](dualstack\.)?[a-z0-9-]+)?\.amazonaws\.com(\.cn)?$/i.test(host))
        continue
      yield {
        path: [...path, 'DomainName'],
        message: `“${host}” names no bucket, so CloudFront refuses it; write “BUCKET.${host}”.`,
      }
    }
  },
})
