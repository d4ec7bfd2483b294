import type { AnyNode } from 'acorn'
import { tableOf } from '#core/ground/names.ts'
import { canFallOut } from '#core/rules/code/code-flow.ts'
import { lineOf, returnedBy } from '#core/rules/code/code-tree.ts'
import { type EdgeCode, edgeCodesIn } from '#core/rules/code/function-code.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

const neverMessages: Readonly<Record<string, string>> = tableOf({
  TemplateLiteral: 'a text',
  ArrayExpression: 'a list',
  FunctionExpression: 'a function',
  ArrowFunctionExpression: 'a function',
  UnaryExpression: 'no object',
  BinaryExpression: 'no object',
})

const wantedBy = (edge: EdgeCode) =>
  onlyOn(edge, 'viewer-response')
    ? '“event.response”'
    : onlyOn(edge, 'viewer-request')
      ? '“event.request” or a response'
      : '“event.request” or “event.response”'

const onlyOn = ({ uses }: EdgeCode, event: string) =>
  uses.length > 0 && uses.every((use) => use.event === event)

/** What a return gives that is neither request nor response; undefined where it may be one. */
function wrongReturn(edge: EdgeCode, node: AnyNode | null): string | undefined {
  if (node === null) return 'nothing'
  const { tree } = edge
  const value = tree.valueOf(node)
  if (value.type === 'ConditionalExpression')
    return wrongReturn(edge, value.consequent) ?? wrongReturn(edge, value.alternate)
  if (value.type === 'Literal') return value.value === null ? 'null' : `the value “${value.raw ?? ''}”`
  if (value.type === 'Identifier' && value.name === 'undefined' && !tree.declares('undefined'))
    return 'nothing'
  const place = tree.placeName(node)
  if (place === 'event') return 'the whole event'
  if (place === 'event.request' && onlyOn(edge, 'viewer-response')) return 'the request on viewer-response'
  if (place === 'event.response' && onlyOn(edge, 'viewer-request'))
    return 'a response that there is none of yet'
  return neverMessages[value.type]
}

export const functionMustReturn = defineRule({
  id: 'function/must-return',
  severity: 'error',
  sees: 'all',
  summary: 'A path through the handler returns nothing.',
  why: 'A function that returns something else, or nothing, makes CloudFront answer with an error; on viewer-response it must be the response.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/writing-function-code.html',
  code: null,
  shows: { request: { url: '/' }, outcome: { status: 502 } },

  *check({ document }) {
    for (const edge of edgeCodesIn(document)) {
      const { handler } = edge.tree
      if (edge.kind !== 'cloudfront-function' || !handler || handler.generator) continue
      const wrong = returnedBy(handler).find((node) => wrongReturn(edge, node) !== undefined)
      if (wrong !== undefined)
        yield {
          path: edge.path,
          message: `${wrong ? lineOf(wrong) : 'A return'} of “${edge.id}” returns ${wrongReturn(edge, wrong)}, so viewers get an error from CloudFront; return ${wantedBy(edge)}.`,
        }
      else if (handler.body.type === 'BlockStatement' && canFallOut(handler.body))
        yield {
          path: edge.path,
          message: `The handler of “${edge.id}” comes to its end without a return on some path, so viewers get an error from CloudFront; return ${wantedBy(edge)} there.`,
        }
    }
  },
})
