import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originPathTooLong = defineRule({
  id: 'origin/path-too-long',
  severity: 'warning',
  sees: 'origin',
  summary: 'An origin path is too long.',
  why: 'CloudFront limits OriginPath to 255 characters.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      const text = known(origin.OriginPath)
      if (text === undefined || text.length <= 255) continue
      yield {
        path: [...path, 'OriginPath'],
        message: `The origin path has ${text.length} characters and CloudFront takes 255; shorten it.`,
      }
    }
  },
})
