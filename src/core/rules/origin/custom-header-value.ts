import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originCustomHeaderValue = defineRule({
  id: 'origin/custom-header-value',
  covers: ['quota/custom-header-value-length'],
  severity: 'error',
  sees: 'origin',
  summary: 'A custom header has no valid value.',
  why: 'CloudFront refuses longer values and values with line breaks or control characters.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      for (const [index, header] of (origin.CustomHeaders ?? []).entries()) {
        const value = known(known(header)?.HeaderValue)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
        if (value === undefined || (value.length <= 1783 && !/[\0-\x08\x0a-\x1f\x7f]/.test(value))) continue
        yield {
          path: [...path, 'CustomHeaders', index, 'HeaderValue'],
          message: `The value of “${nameOf(known(header)?.HeaderName)}” ${value.length > 1783 ? `has ${value.length} characters and CloudFront takes 1,783` : 'has a line break or control character, which CloudFront refuses'}; shorten or clean it.`,
        }
      }
    }
  },
})
