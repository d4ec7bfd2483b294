import { defineRule } from '#core/rules/harness/rule.ts'
import { edgeFunctionsIn } from '#core/rules/lookup/edge-functions.ts'
import { textIn } from '#core/rules/lookup/foreign.ts'

/**
 * Runtimes in which no function can be created any more, and those that are deprecated and will be blocked too:
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html, November 2026.
 */
const blocked = /^(nodejs(\d\.\d+(-edge)?|0\.10|10\.x|12\.x|14\.x)|nodejs|python(2\.7|3\.6|3\.7))$/
const deprecated = /^(nodejs(16|18|20)\.x|python3\.[89])$/

export const lambdaEdgeRuntime = defineRule({
  id: 'lambda-edge/runtime',
  severity: 'error',
  sees: 'all',
  summary: 'A Lambda@Edge function has a runtime that is not supported.',
  why: 'CloudFront runs Node.js and Python at the edge; a function with another runtime is refused, and AWS creates none with a version that it has retired.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html',
  code: 'InvalidLambdaFunctionAssociation',

  *check({ document }) {
    for (const { id, config, path } of edgeFunctionsIn(document)) {
      const runtime = textIn(config['Runtime'])
      if (runtime === undefined) continue
      if (blocked.test(runtime))
        yield {
          path: [...path, 'Runtime'],
          message: `The function “${id}” has the runtime “${runtime}”, in which AWS creates and updates no functions any more; use one that is supported.`,
        }
      else if (deprecated.test(runtime))
        yield {
          path: [...path, 'Runtime'],
          severity: 'warning',
          message: `The function “${id}” has the runtime “${runtime}”, which AWS has deprecated and will block; use one that is supported.`,
        }
      if (/^(nodejs|python)\d/.test(runtime)) continue
      yield {
        path: [...path, 'Runtime'],
        message: `The function “${id}” runs at the edge and has the runtime “${runtime}”, which CloudFront refuses there; use Node.js or Python.`,
      }
    }
  },
})
