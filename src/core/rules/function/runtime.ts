import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const functionRuntime = defineRule({
  id: 'function/runtime',
  severity: 'error',
  sees: 'shared',
  summary: 'A function has an unknown runtime.',
  why: 'CloudFront Functions has these two runtimes; Lambda runtimes are refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_FunctionConfig.html',
  code: 'InvalidArgument',
  alsoKnownAs: ['cfn-lint E3030'],

  *check({ document }) {
    for (const { config, path, id } of resourcesOf(document, 'Function')) {
      const settings = known(config.FunctionConfig)
      const runtime = known(settings?.Runtime)
      if (runtime === undefined || runtime === 'cloudfront-js-1.0' || runtime === 'cloudfront-js-2.0')
        continue
      const field = [...path, 'FunctionConfig', 'Runtime']
      yield {
        path: field,
        message: `“${runtime}” of “${id}” is not a runtime of CloudFront Functions, so CloudFront refuses it; use “cloudfront-js-2.0”.`,
        fix: setAt(field, 'cloudfront-js-2.0', 'Use cloudfront-js-2.0'),
      }
    }
  },
})
