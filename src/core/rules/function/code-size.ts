import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/rule.ts'

export const functionCodeSize = defineRule({
  id: 'function/code-size',
  severity: 'error',
  summary: 'A CloudFront function has at most 10 KB of code.',
  why: '10,240 bytes of source is the quota; publishing a larger one fails.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  code: 'FunctionSizeLimitExceeded',

  *check({ document }) {
    for (const { config, path, id } of resourcesOf(document, 'Function')) {
      const code = known(config.FunctionCode)
      const size = code === undefined ? 0 : new TextEncoder().encode(code).length
      if (size <= 10_240) continue
      yield {
        path: [...path, 'FunctionCode'],
        message: `The function “${id}” has ${size} bytes and CloudFront takes 10,240; shorten it or move data to a key value store.`,
      }
    }
  },
})
