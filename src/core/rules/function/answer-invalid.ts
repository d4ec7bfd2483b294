import type { AnyNode } from 'acorn'
import { responsesMadeBy } from '#core/rules/code/code-headers.ts'
import { type CodeTree, lineOf, memberName, propertiesOf, propertyOf } from '#core/rules/code/code-tree.ts'
import { edgeCodesIn } from '#core/rules/code/function-code.ts'
import { uriAssignments } from '#core/rules/code/rewrites.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

interface Fault {
  readonly node: AnyNode
  /** What it does, and what it should be: “sets … ; write …”. */
  readonly says: string
}

const headersPlaces: ReadonlySet<string> = new Set(['event.request.headers', 'event.response.headers'])

/** What is certainly no `{ value }`: a text or a number. */
const isBare = (tree: CodeTree, node: AnyNode): boolean => {
  const { type } = tree.valueOf(node)
  return type === 'Literal' || type === 'TemplateLiteral'
}

const bareHeader = (node: AnyNode, name: string): Fault => ({
  node,
  says: `gives the header “${name}” a text in place of an object; write “{ value: … }”`,
})

function* headerFaults(tree: CodeTree): Generator<Fault> {
  for (const node of tree.nodes) {
    if (node.type !== 'AssignmentExpression' || node.left.type !== 'MemberExpression') continue
    const name = memberName(node.left)
    if (name === undefined || !headersPlaces.has(tree.placeName(node.left.object) ?? '')) continue
    if (isBare(tree, node.right)) yield bareHeader(node, name)
  }
}

function statusFault(tree: CodeTree, status: AnyNode): Fault | undefined {
  const value = tree.valueOf(status)
  if (value.type !== 'Literal') return undefined
  if (typeof value.value === 'string')
    return { node: status, says: `has the text “${value.value}” for its statusCode; write the number` }
  const isStatus =
    typeof value.value === 'number' &&
    Number.isInteger(value.value) &&
    value.value >= 100 &&
    value.value <= 599
  return isStatus ? undefined : { node: status, says: `has ${value.raw} for its statusCode; use 200 to 599` }
}

function* generatedHeaders(tree: CodeTree, headers: AnyNode): Generator<Fault> {
  for (const { name, key, value } of propertiesOf(tree.valueOf(headers))) {
    if (isBare(tree, value)) yield bareHeader(key, name)
    if (name.toLowerCase() === 'set-cookie')
      yield { node: key, says: 'sends Set-Cookie among the headers; put it into “cookies”' }
  }
}

function* responseFaults(tree: CodeTree): Generator<Fault> {
  for (const response of tree.handler ? responsesMadeBy(tree, tree.handler) : []) {
    const status = propertyOf(response, 'statusCode')
    const fault = status && statusFault(tree, status)
    if (fault) yield fault
    const headers = propertyOf(response, 'headers')
    if (headers) yield* generatedHeaders(tree, headers)
  }
}

/** The text of a new path as far as it is certain: its beginning, and whether it has a query string. */
function* uriFaults(tree: CodeTree): Generator<Fault> {
  for (const { node, value } of uriAssignments(tree)) {
    const text = tree.valueOf(value)
    if (text.type !== 'Literal' || typeof text.value !== 'string') continue
    if (node.type === 'AssignmentExpression' && node.operator !== '=') continue
    if (!text.value.startsWith('/'))
      yield { node, says: `sets the uri to “${text.value}”; begin it with a slash` }
    else if (/[?#]/.test(text.value))
      yield { node, says: `puts a query string into the uri “${text.value}”; use “request.querystring”` }
  }
}

export const functionAnswerInvalid = defineRule({
  id: 'function/answer-invalid',
  severity: 'error',
  sees: 'all',
  summary: 'A function gives CloudFront a request or a response that it refuses.',
  why: 'CloudFront compares what a function returns with the event structure: a status is a number, a header an object with a value, cookies have a place of their own, and a uri is a path. Anything else ends in 502.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html',
  code: null,
  shows: { request: { url: '/' }, outcome: { status: 502 } },

  *check({ document }) {
    for (const edge of edgeCodesIn(document)) {
      if (edge.kind !== 'cloudfront-function') continue
      const { tree } = edge
      for (const { node, says } of [...responseFaults(tree), ...headerFaults(tree), ...uriFaults(tree)]) {
        const [fault, remedy] = says.split('; ')
        yield {
          path: edge.path,
          message: `${lineOf(node)} of “${edge.id}” ${fault}, so viewers get 502; ${remedy}.`,
        }
      }
    }
  },
})
