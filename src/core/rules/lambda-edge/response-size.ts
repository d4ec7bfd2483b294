import { bodyLimits } from '#core/edge/limits.ts'
import { responsesMadeBy } from '#core/rules/code/code-headers.ts'
import { leastLength } from '#core/rules/code/code-text.ts'
import { lineOf, propertyOf } from '#core/rules/code/code-tree.ts'
import { edgeCodesIn } from '#core/rules/code/function-code.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const lambdaEdgeResponseSize = defineRule({
  id: 'lambda-edge/response-size',
  severity: 'info',
  sees: 'all',
  summary: 'A response that Lambda@Edge makes may be too big.',
  why: 'CloudFront takes generated responses of up to 40 KB on viewer events and 1 MB on origin events, headers included, and answers with 502 beyond that.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-generating-http-responses-in-requests.html',
  code: null,
  shows: { request: { url: '/' }, outcome: { status: 502 } },

  *check({ document }) {
    for (const { id, kind, path, tree, uses } of edgeCodesIn(document)) {
      const { handler } = tree
      if (kind !== 'lambda' || !handler) continue
      for (const response of responsesMadeBy(tree, handler)) {
        const body = propertyOf(response, 'body')
        const size = body ? leastLength(tree, body) : 0
        const small = uses.find(
          ({ event }) => size > bodyLimits.generated[event.startsWith('viewer') ? 'viewer' : 'origin'],
        )
        if (!small) continue
        yield {
          path,
          message: `${lineOf(response)} of “${id}” makes a response of ${size} bytes or more on “${small.event}”, and CloudFront takes ${small.event.startsWith('viewer') ? '40 KB' : '1 MB'} there and answers with 502; let an origin serve it.`,
        }
      }
    }
  },
})
