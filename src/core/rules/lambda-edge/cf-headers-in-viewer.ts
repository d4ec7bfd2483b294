import { headersIn } from '#core/rules/code/code-headers.ts'
import { lineOf } from '#core/rules/code/code-tree.ts'
import { edgeCodesIn, mayRunOn } from '#core/rules/code/function-code.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const lambdaEdgeCfHeadersInViewer = defineRule({
  id: 'lambda-edge/cf-headers-in-viewer',
  severity: 'info',
  sees: 'all',
  summary: 'A viewer-request function reads CloudFront-* headers that are not there yet.',
  why: 'CloudFront adds them after viewer-request, so Lambda@Edge does not find them there, and may not add CloudFront-Viewer-Country itself; origin-request has them.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html',
  code: null,

  *check({ document }) {
    for (const edge of edgeCodesIn(document)) {
      if (edge.kind !== 'lambda' || !mayRunOn(edge, 'viewer-request')) continue
      const found = headersIn(edge.tree).find(
        ({ name, of }) => of === 'request' && /^cloudfront-/i.test(name),
      )
      if (!found) continue
      yield {
        path: edge.path,
        message: `${lineOf(found.key)} of “${edge.id}” names the header “${found.name}” on viewer-request, where CloudFront has not added it yet; use origin-request, or a CloudFront function.`,
      }
    }
  },
})
