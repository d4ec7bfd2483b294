import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const responseHeadersPolicyCustomHeaderValue = defineRule({
  id: 'response-headers-policy/custom-header-value',
  severity: 'error',
  sees: 'shared',
  summary: 'A custom header has no valid value.',
  why: 'A value has at most 1783 characters and no line breaks; others are refused.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'ResponseHeadersPolicy')) {
      for (const [index, item] of (config.CustomHeadersConfig ?? []).entries()) {
        const header = known(item)
        const value = known(header?.Value)
        const field = [...path, 'CustomHeadersConfig', index]
        if (value === undefined || (value.length <= 1783 && !/[\r\n]/.test(value))) continue
        yield {
          path: [...field, 'Value'],
          message: `The value of custom header ${index + 1} in “${id}” is too long or has line breaks, which CloudFront refuses; shorten it to one line of 1783 characters.`,
        }
      }
    }
  },
})
