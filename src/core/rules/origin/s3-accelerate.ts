import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originS3Accelerate = defineRule({
  id: 'origin/s3-accelerate',
  severity: 'error',
  sees: 'origin',
  summary: 'A bucket is named by its Transfer Acceleration endpoint.',
  why: 'Transfer Acceleration endpoints are not supported as origins.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      const host = known(origin.DomainName)
      if (host === undefined || !/\.s3-accelerate\.(dualstack\.)?amazonaws\.com$/i.test(host)) continue
      yield {
        path: [...path, 'DomainName'],
        message: `“${host}” is a Transfer Acceleration endpoint, which CloudFront does not take as an origin; use the bucket’s regional endpoint, “BUCKET.s3.REGION.amazonaws.com”.`,
      }
    }
  },
})
