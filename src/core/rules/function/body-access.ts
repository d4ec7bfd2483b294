import { lineOf } from '#core/rules/code/code-tree.ts'
import { edgeCodesIn } from '#core/rules/code/function-code.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const functionBodyAccess = defineRule({
  id: 'function/body-access',
  severity: 'warning',
  sees: 'all',
  summary: 'A CloudFront function reads a request body, which it never gets.',
  why: 'CloudFront Functions get no body: reading it gives undefined. Lambda@Edge gets one with IncludeBody.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html',
  code: null,
  shows: { request: { url: '/' }, outcome: { status: 503 } },

  *check({ document }) {
    for (const { id, kind, path, tree } of edgeCodesIn(document)) {
      if (kind !== 'cloudfront-function') continue
      const written = new Set<unknown>(
        tree.nodes.map((node) => (node.type === 'AssignmentExpression' ? node.left : undefined)),
      )
      const read = tree.nodes.find(
        (node) =>
          node.type === 'MemberExpression' &&
          !written.has(node) &&
          tree.placeName(node) === 'event.request.body',
      )
      if (!read) continue
      yield {
        path,
        message: `${lineOf(read)} of “${id}” reads the body of the request, which CloudFront Functions do not get; use Lambda@Edge with IncludeBody.`,
      }
    }
  },
})
