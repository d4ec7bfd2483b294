import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { refusedSyntax } from '#core/rules/code/function-code.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const functionSyntax10 = defineRule({
  id: 'function/syntax-1-0',
  severity: 'error',
  sees: 'shared',
  summary: 'Code for runtime 1.0 uses newer syntax.',
  why: 'Runtime 1.0 is ECMAScript 5.1 with a few later features: const, let, async and import make the function fail.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-features.html',
  code: 'TestFunctionFailed',
  shows: { request: { url: '/' }, outcome: { status: 503 } },

  *check({ document }) {
    for (const { config, path, id } of resourcesOf(document, 'Function')) {
      const runtime = known(known(config.FunctionConfig)?.Runtime)
      const code = known(config.FunctionCode)
      if (code === undefined || runtime !== 'cloudfront-js-1.0') continue
      const first = refusedSyntax(code, runtime)
      if (!first) continue
      yield {
        path: [...path, 'FunctionCode'],
        message: `Line ${first.line}, column ${first.column} of “${id}”: ${first.message}`,
      }
    }
  },
})
