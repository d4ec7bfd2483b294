import { known } from '#core/model/field.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const isBucketName = (name: string) =>
  /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) && !name.includes('..') && !/^\d+(\.\d+){3}$/.test(name)

export const originS3BucketDnsName = defineRule({
  id: 'origin/s3-bucket-dns-name',
  severity: 'error',
  sees: 'origin',
  summary: "A bucket's name is not a DNS name.",
  why: 'CloudFront needs bucket names of 3 to 63 lower-case letters, digits, dots and hyphens.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistS3AndCustomOrigins.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      const host = known(origin.DomainName)
      if (host === undefined || originKindOf(document, origin)?.id !== 's3-bucket') continue
      const [, bucket] = /^(.+)\.s3(?:[.-][a-z0-9-]+)*\.amazonaws\.com(?:\.cn)?$/i.exec(host) ?? []
      if (bucket === undefined || isBucketName(bucket)) continue
      yield {
        path: [...path, 'DomainName'],
        message: `The bucket name “${bucket}” is not a DNS name, so CloudFront refuses it as an origin; use a bucket with 3 to 63 lower-case letters, digits, dots and hyphens.`,
      }
    }
  },
})
