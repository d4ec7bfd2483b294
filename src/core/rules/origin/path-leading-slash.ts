import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { rightOriginPath } from '#core/rules/lookup/origin-path.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originPathLeadingSlash = defineRule({
  id: 'origin/path-leading-slash',
  severity: 'error',
  sees: 'origin',
  summary: 'An origin path does not start with a slash.',
  why: 'CloudFront puts OriginPath before the path of each request and needs its leading slash.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html',
  code: 'InvalidArgument',
  mends: 'the path that was meant is asked for',

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      const text = known(origin.OriginPath)
      if (text === undefined || text === '' || text.startsWith('/')) continue
      const field = [...path, 'OriginPath']
      const right = rightOriginPath(text)
      yield {
        path: field,
        message: `The origin path “${text}” does not start with a slash, so CloudFront refuses it; write “${right}”.`,
        fix: setAt(field, right, `Use “${right}”`),
      }
    }
  },
})
