import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { refusedApi } from '#core/rules/code/function-code.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const functionForbiddenApi = defineRule({
  id: 'function/forbidden-api',
  severity: 'error',
  sees: 'shared',
  summary: 'A function uses what its runtime does not have.',
  why: 'CloudFront Functions has no network, file system, timers, process nor code evaluation; using one makes the function fail.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-features.html',
  code: null,
  shows: { request: { url: '/' }, outcome: { status: 503 } },

  *check({ document }) {
    for (const { config, path, id } of resourcesOf(document, 'Function')) {
      const runtime = known(known(config.FunctionConfig)?.Runtime)
      const code = known(config.FunctionCode)
      if (code === undefined || (runtime !== 'cloudfront-js-1.0' && runtime !== 'cloudfront-js-2.0')) continue
      const first = refusedApi(code, runtime)
      if (!first) continue
      yield {
        path: [...path, 'FunctionCode'],
        message: `Line ${first.line}, column ${first.column} of “${id}”: ${first.message}`,
      }
    }
  },
})
