import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const functionRuntime1Legacy = defineRule({
  id: 'function/runtime-1-legacy',
  severity: 'info',
  sees: 'shared',
  profiles: ['recommended'],
  summary: 'A function uses runtime 1.0.',
  why: 'Runtime 1.0 has no const, let, async functions nor key value stores; AWS recommends 2.0.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-features.html',
  code: null,

  *check({ document }) {
    for (const { config, path, id } of resourcesOf(document, 'Function')) {
      const settings = known(config.FunctionConfig)
      const runtime = known(settings?.Runtime)
      if (runtime !== 'cloudfront-js-1.0') continue
      const field = [...path, 'FunctionConfig', 'Runtime']
      yield {
        path: field,
        message: `“${id}” uses runtime 1.0, which lacks const, let, async functions and key value stores; move to 2.0.`,
        suggestions: [setAt(field, 'cloudfront-js-2.0', 'Use cloudfront-js-2.0')],
      }
    }
  },
})
