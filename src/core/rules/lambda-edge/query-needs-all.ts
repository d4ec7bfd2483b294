import type { Behavior, DesignDocument } from '#core/model/document.ts'
import { lineOf } from '#core/rules/code/code-tree.ts'
import { type EdgeCode, edgeCodesIn } from '#core/rules/code/function-code.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { forwardedNames, keyedNames } from '#core/rules/lookup/forwarded-names.ts'
import { behaviorName } from '#core/rules/lookup/walk.ts'

const queryRead = ({ tree }: EdgeCode) => {
  const written = new Set<unknown>(
    tree.nodes.map((node) => (node.type === 'AssignmentExpression' ? node.left : undefined)),
  )
  return tree.nodes.find(
    (node) =>
      !written.has(node) &&
      node.type === 'MemberExpression' &&
      tree.placeName(node) === 'event.request.querystring',
  )
}

const sendsNoQuery = (document: DesignDocument, behavior: Behavior) =>
  keyedNames(document, behavior, 'query strings')?.how === 'none' &&
  forwardedNames(document, behavior, 'query strings')?.how === 'none'

export const lambdaEdgeQueryNeedsAll = defineRule({
  id: 'lambda-edge/query-needs-all',
  severity: 'info',
  sees: 'all',
  profiles: ['recommended'],
  summary: 'A function reads a query string that does not reach its event.',
  why: 'On origin events a function sees of the query string only what the cache policy or the origin request policy sends on.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-event-structure.html',
  code: null,

  *check({ document }) {
    for (const edge of edgeCodesIn(document)) {
      const read = edge.kind === 'lambda' ? queryRead(edge) : undefined
      const use =
        read &&
        edge.uses.find(
          ({ event, placed }) => event.startsWith('origin') && sendsNoQuery(document, placed.behavior),
        )
      if (!read || !use) continue
      yield {
        path: edge.path,
        message: `${lineOf(read)} of “${edge.id}” reads the query string on “${use.event}”, and ${behaviorName(use.placed)} sends none on, so it is empty; forward the query strings it needs.`,
      }
    }
  },
})
