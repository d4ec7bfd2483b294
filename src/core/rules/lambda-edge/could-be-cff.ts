import { functionSizeLimit } from '#core/edge/restrictions.ts'
import { type EdgeCode, edgeCodesIn } from '#core/rules/code/function-code.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { edgeFunctionsIn } from '#core/rules/lookup/edge-functions.ts'

/** Whether code stays within the size of a CloudFront function and asks for nothing beyond the event. */
const isSimple = ({ tree, code }: EdgeCode) =>
  new TextEncoder().encode(code).length <= functionSizeLimit &&
  tree.handler !== undefined &&
  !tree.nodes.some(
    (node) =>
      node.type === 'ImportDeclaration' ||
      node.type === 'ImportExpression' ||
      (node.type === 'Identifier' &&
        ['require', 'fetch', 'process', 'setTimeout', 'Buffer'].includes(node.name)) ||
      (node.type === 'MemberExpression' && tree.placeName(node) === 'event.request.body'),
  )

export const lambdaEdgeCouldBeCff = defineRule({
  id: 'lambda-edge/could-be-cff',
  severity: 'info',
  sees: 'all',
  profiles: ['cost'],
  summary: 'A Lambda@Edge function does what a CloudFront function could do for less.',
  why: 'CloudFront Functions run at every edge location, start in less than a millisecond and cost about a sixth; Lambda@Edge is for what needs the network, a body or packages.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-functions-choosing.html',
  code: null,

  *check({ document }) {
    for (const lambda of edgeFunctionsIn(document)) {
      const edge = edgeCodesIn(document).find(({ id, kind }) => id === lambda.id && kind === 'lambda')
      const isForViewers =
        lambda.uses.length > 0 && lambda.uses.every(({ event }) => event.startsWith('viewer'))
      if (!edge || !isForViewers || lambda.includesBody || !isSimple(edge)) continue
      yield {
        path: edge.path,
        message: `“${lambda.id}” runs on viewer events and needs neither network nor body nor packages; a CloudFront function does the same for about a sixth of the price.`,
      }
    }
  },
})
