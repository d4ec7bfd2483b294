import type { AnyNode } from 'acorn'
import { type CodeTree, lineOf } from '#core/rules/code/code-tree.ts'
import { edgeCodesIn } from '#core/rules/code/function-code.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

const statuses = ['event.response.statusCode', 'event.response.status']
const isStatus = (tree: CodeTree, node: AnyNode) => statuses.includes(tree.placeName(node) ?? '')
const numberOf = (node: AnyNode | null | undefined) =>
  node?.type === 'Literal' ? Number(node.value) : Number.NaN
const isError = (status: number) => status >= 400 && status <= 599

/** Whether a node compares the response's status with an error's. */
function asksForError(tree: CodeTree, node: AnyNode): boolean {
  if (node.type === 'SwitchStatement')
    return isStatus(tree, node.discriminant) && node.cases.some(({ test }) => isError(numberOf(test)))
  if (node.type !== 'BinaryExpression' || !isStatus(tree, node.left)) return false
  const limit = numberOf(node.right)
  if (node.operator === '>') return limit === 399 || isError(limit)
  return ['==', '===', '>='].includes(node.operator) && isError(limit)
}

export const functionViewerResponseErrors = defineRule({
  id: 'function/viewer-response-errors',
  severity: 'info',
  sees: 'all',
  summary: 'A viewer-response function does not run for errors.',
  why: 'CloudFront does not run viewer-response functions where the origin answered with a status of 400 or more.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-function-restrictions-all.html',
  code: null,

  *check({ document }) {
    for (const edge of edgeCodesIn(document)) {
      const { id, path, tree, uses } = edge
      if (!uses.some(({ event }) => event === 'viewer-response')) continue
      const found = tree.nodes.find((node) => asksForError(tree, node))
      if (!found) continue
      yield {
        path,
        message: `${lineOf(found)} of “${id}” asks for an error status, and CloudFront does not run viewer-response functions for those; use a custom error response or an origin-response function.`,
      }
    }
  },
})
