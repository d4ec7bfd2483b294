import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originS3LegacyDashRegion = defineRule({
  id: 'origin/s3-legacy-dash-region',
  severity: 'info',
  sees: 'origin',
  summary: 'A bucket endpoint is written with a dash before the Region.',
  why: 'The form with a dash is an old one that newer regions do not have.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html',
  code: null,
  mends: 'the same bucket is asked by its other name',

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      const host = known(origin.DomainName)
      const [, bucket, region] =
        /^(.+)\.s3-([a-z]{2}(?:-[a-z]+)+-\d)\.amazonaws\.com$/i.exec(host ?? '') ?? []
      if (host === undefined || bucket === undefined || region === undefined) continue
      const field = [...path, 'DomainName']
      const right = `${bucket}.s3.${region}.amazonaws.com`
      yield {
        path: field,
        message: `“${host}” is the old form of the endpoint; write “${right}”.`,
        fix: setAt(field, right, `Use “${right}”`),
      }
    }
  },
})
