import { bodyLimits } from '#core/edge/limits.ts'
import { leastLength } from '#core/rules/code/code-text.ts'
import { lineOf } from '#core/rules/code/code-tree.ts'
import { edgeCodesIn } from '#core/rules/code/function-code.ts'
import { uriAssignments } from '#core/rules/code/rewrites.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const functionUriLength = defineRule({
  id: 'function/uri-length',
  severity: 'info',
  sees: 'all',
  summary: 'A rewritten path may be too long.',
  why: 'CloudFront refuses requests whose path and query string are longer together.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  code: null,
  shows: { request: { url: '/' }, outcome: { status: 502 } },

  *check({ document }) {
    for (const { id, path, tree } of edgeCodesIn(document)) {
      const long = uriAssignments(tree).find(({ value }) => leastLength(tree, value) >= bodyLimits.uri)
      if (!long) continue
      yield {
        path,
        message: `${lineOf(long.node)} of “${id}” makes a path of ${leastLength(tree, long.value)} characters or more, and CloudFront takes less than ${bodyLimits.uri} with the query string; shorten it.`,
      }
    }
  },
})
