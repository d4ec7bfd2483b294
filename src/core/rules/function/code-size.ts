import { functionSizeLimit } from '#core/edge/restrictions.ts'
import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const functionCodeSize = defineRule({
  id: 'function/code-size',
  covers: ['quota/cff-max-code-size'],
  severity: 'error',
  sees: 'shared',
  summary: 'A CloudFront function is too big, or empty.',
  why: '10,240 bytes of source is the quota; a larger function and an empty one are refused.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  code: 'FunctionSizeLimitExceeded',

  *check({ document }) {
    for (const { config, path, id } of resourcesOf(document, 'Function')) {
      const code = known(config.FunctionCode)
      if (code === undefined) continue
      const size = new TextEncoder().encode(code).length
      if (size > 0 && size <= functionSizeLimit) continue
      yield {
        path: [...path, 'FunctionCode'],
        message:
          size === 0
            ? `The function “${id}” has no code, so CloudFront refuses it; write “function handler(event) { return event.request }”.`
            : `The function “${id}” has ${size} bytes and CloudFront takes 10,240; shorten it or move data to a key value store.`,
      }
    }
  },
})
