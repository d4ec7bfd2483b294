import { bucketBehind } from '#core/model/bucket-policy.ts'
import { isAloneInFile } from '#core/model/links.ts'
import { valueAt } from '#core/model/path.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originS3WebsiteOff = defineRule({
  id: 'origin/s3-website-off',
  severity: 'warning',
  sees: 'origin',
  summary: 'The bucket has no website, and the origin names its website endpoint.',
  why: 'S3 answers 404 NoSuchWebsiteConfiguration at the website endpoint of a bucket without a website configuration.',
  docs: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/EnableWebsiteHosting.html',
  code: null,

  *check({ document }) {
    if (isAloneInFile(document)) return
    for (const { value: origin, path } of eachOrigin(document)) {
      if (originKindOf(document, origin)?.id !== 's3-website') continue
      const bucket = bucketBehind(document, origin.DomainName)
      if (
        bucket === undefined ||
        valueAt(document.resources[bucket]?.config, ['WebsiteConfiguration']) !== undefined
      )
        continue
      yield {
        path: [...path, 'DomainName'],
        message: `“${bucket}” has no website configuration, so its website endpoint answers 404 to the origin “${nameOf(origin.Id)}”; give it one, or use the REST endpoint with an origin access control.`,
      }
    }
  },
})
