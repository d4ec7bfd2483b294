import { lineOf } from '#core/rules/code/code-tree.ts'
import { edgeCodesIn } from '#core/rules/code/function-code.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const lambdaEdgeViewerResponseStatus = defineRule({
  id: 'lambda-edge/viewer-response-status',
  severity: 'info',
  sees: 'all',
  summary: 'A viewer-response function changes a status, which CloudFront does not let it.',
  why: 'Lambda@Edge cannot change the status on viewer-response, and CloudFront does not run it there where the origin answered with 400 or more.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html',
  code: null,
  shows: {
    request: { url: '/' },
    answer: { status: 302, headers: { location: '/elsewhere' } },
    outcome: { status: 502 },
  },

  *check({ document }) {
    for (const edge of edgeCodesIn(document)) {
      const { id, kind, path, tree, uses } = edge
      if (kind !== 'lambda' || !uses.some(({ event }) => event === 'viewer-response')) continue
      const found = tree.nodes.find(
        (node) =>
          node.type === 'AssignmentExpression' &&
          ['event.response.status', 'event.response.statusDescription'].includes(
            tree.placeName(node.left) ?? '',
          ),
      )
      if (!found) continue
      yield {
        path,
        message: `${lineOf(found)} of “${id}” sets the status on viewer-response, where CloudFront does not let Lambda@Edge change it; do it on origin-response.`,
      }
    }
  },
})
