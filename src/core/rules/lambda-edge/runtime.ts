import { defineRule } from '#core/rules/harness/rule.ts'
import { edgeFunctionsIn } from '#core/rules/lookup/edge-functions.ts'
import { textIn } from '#core/rules/lookup/foreign.ts'

export const lambdaEdgeRuntime = defineRule({
  id: 'lambda-edge/runtime',
  severity: 'error',
  summary: 'A Lambda@Edge function has a runtime that is not supported.',
  why: 'CloudFront runs these two languages at the edge; a function with another runtime is refused.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html',
  code: 'InvalidLambdaFunctionAssociation',

  *check({ document }) {
    for (const { id, config, path } of edgeFunctionsIn(document)) {
      const runtime = textIn(config['Runtime'])
      if (runtime === undefined || /^(nodejs|python)\d/.test(runtime)) continue
      yield {
        path: [...path, 'Runtime'],
        message: `The function “${id}” runs at the edge and has the runtime “${runtime}”, which CloudFront refuses there; use Node.js or Python.`,
      }
    }
  },
})
