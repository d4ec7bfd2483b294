/** What each kind of syntax node means to CloudFront Functions' runtimes; one clause for each restriction. */

import type { AnyNode, Node } from 'acorn'
import { tableOf } from '#core/ground/names.ts'

export type Runtime = 'cloudfront-js-1.0' | 'cloudfront-js-2.0'

export interface NodeCheck {
  readonly severity?: 'error' | 'warning'
  readonly type?: string
  readonly message: string
}

const modules: Readonly<Record<Runtime, readonly string[]>> = {
  'cloudfront-js-1.0': ['crypto', 'querystring'],
  'cloudfront-js-2.0': ['crypto', 'querystring', 'buffer', 'cloudfront'],
}

/** Functions that the runtimes lack on purpose, with the reason AWS gives. */
const absentCalls: Readonly<Record<string, string>> = tableOf({
  eval: 'Code is not evaluated at run time',
  setTimeout: 'There are no timers',
  setInterval: 'There are no timers',
  setImmediate: 'There are no timers',
  clearTimeout: 'There are no timers',
  clearInterval: 'There are no timers',
  clearImmediate: 'There are no timers',
  fetch: 'There is no network',
  XMLHttpRequest: 'There is no network',
  WebSocket: 'There is no network',
  Function: 'Code is not evaluated at run time',
})

const absentSyntax: Readonly<Record<string, string>> = tableOf({
  ClassDeclaration: 'Classes',
  ClassExpression: 'Classes',
  YieldExpression: 'Generators',
  ForOfStatement: '“for…of” loops',
  SpreadElement: 'Spread',
  ObjectPattern: 'Destructuring',
  ArrayPattern: 'Destructuring',
  AssignmentPattern: 'Default parameters',
  ChainExpression: 'Optional chaining (“?.”)',
  ImportExpression: 'Dynamic import',
  TaggedTemplateExpression: 'Tagged templates',
  WithStatement: '“with” (functions run in strict mode)',
  PrivateIdentifier: 'Private fields',
})

const refused = (what: string, runtime: Runtime): NodeCheck => ({
  message: `${what} cannot be used in runtime ${runtime.slice(-3)} of CloudFront Functions.`,
})

function moduleCheck(name: unknown, runtime: Runtime): NodeCheck | null {
  if (typeof name !== 'string' || modules[runtime].includes(name)) return null
  const newer = modules['cloudfront-js-2.0'].includes(name)
  return {
    message: newer
      ? `The module “${name}” needs runtime cloudfront-js-2.0.`
      : `The module “${name}” does not exist here; there are ${modules[runtime].map((one) => `“${one}”`).join(', ')}.`,
  }
}

function callCheck(
  node: Extract<AnyNode, { type: 'CallExpression' | 'NewExpression' }>,
  runtime: Runtime,
): NodeCheck | null {
  const { callee, arguments: given } = node
  if (callee.type === 'MemberExpression') {
    const isLog =
      callee.object.type === 'Identifier' &&
      callee.object.name === 'console' &&
      callee.property.type === 'Identifier'
    if (isLog && given.length > 1)
      return {
        severity: 'warning',
        message: '“console.log” takes one argument here; join the parts with “+”.',
      }
    return null
  }
  if (callee.type !== 'Identifier') return null
  const reason = absentCalls[callee.name]
  if (reason !== undefined)
    return { message: `“${callee.name}” cannot be used: ${reason} in CloudFront Functions.` }
  const [first] = given
  return callee.name === 'require' && first?.type === 'Literal' ? moduleCheck(first.value, runtime) : null
}

function oldRuntimeCheck(node: AnyNode): NodeCheck | null {
  const runtime = 'cloudfront-js-1.0'
  if (node.type === 'VariableDeclaration' && node.kind !== 'var')
    return refused(`“${node.kind}” (write “var”)`, runtime)
  if (node.type === 'AwaitExpression') return refused('“await”', runtime)
  if (node.type === 'ImportDeclaration') return refused('“import” (write “require”)', runtime)
  const isFunction = /Function/.test(node.type)
  return isFunction && 'async' in node && node.async === true ? refused('“async”', runtime) : null
}

function operatorCheck(node: AnyNode, runtime: Runtime): NodeCheck | null {
  if (node.type === 'LogicalExpression' && node.operator === '??' && runtime === 'cloudfront-js-1.0')
    return refused('“??”', runtime)
  const isLogicalAssignment =
    node.type === 'AssignmentExpression' && ['??=', '||=', '&&='].includes(node.operator)
  if (isLogicalAssignment && runtime === 'cloudfront-js-1.0') return refused(`“${node.operator}”`, runtime)
  return node.type === 'Literal' && 'bigint' in node && typeof node.bigint === 'string'
    ? refused('BigInt', runtime)
    : null
}

/** The words of the runtime, as published functions met them; CloudFront answers each request with 503. */
const illegalExport: NodeCheck = {
  type: 'SyntaxError',
  message:
    'Illegal export statement: CloudFront Functions know no “export”; the handler is found by its name.',
}

/** The first name of a chain of members: `exports` of `exports.a.b`. */
function rootOf(node: AnyNode): string | null {
  if (node.type === 'Identifier') return node.name
  return node.type === 'MemberExpression' && node.object.type !== 'Super' ? rootOf(node.object) : null
}

const commonNames = ['exports', 'module']

/** `exports.a = …` and `Object.defineProperty(exports, …)` at the top, as compilers write them: there is no such name. */
export function commonJsCheck(node: AnyNode): NodeCheck | null {
  if (node.type !== 'ExpressionStatement') return null
  const { expression } = node
  const touched =
    expression.type === 'AssignmentExpression'
      ? [expression.left]
      : expression.type === 'CallExpression'
        ? expression.arguments
        : []
  const name = touched.map((one) => rootOf(one as AnyNode)).find((one) => commonNames.includes(one ?? ''))
  if (!name || (expression.type === 'AssignmentExpression' && expression.left.type === 'Identifier'))
    return null
  return {
    type: 'ReferenceError',
    message: `“${name}” is not defined: CloudFront Functions know no CommonJS, so the function fails before its first line.`,
  }
}

function statementCheck(node: AnyNode, runtime: Runtime): NodeCheck | null {
  if (node.type === 'ImportDeclaration') return moduleCheck(node.source.value, runtime)
  if (node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression')
    return node.generator ? refused('Generators', runtime) : null
  if (node.type === 'CallExpression' || node.type === 'NewExpression') return callCheck(node, runtime)
  return null
}

/** The restriction that a node runs into, or null. `depth` is the number of functions around it. */
export function nodeChecks(node: Node, runtime: Runtime, depth: number): NodeCheck | null {
  // acorn types its tree as AnyNode; a walk over unknown children only knows Node.
  const any = node as AnyNode
  const syntax = absentSyntax[node.type]
  if (syntax !== undefined) return refused(syntax, runtime)
  if (/^Export/.test(node.type)) return illegalExport
  if (any.type === 'AwaitExpression' && depth === 0)
    return { message: '“await” can be used inside an async function only.' }
  const older = runtime === 'cloudfront-js-1.0' ? oldRuntimeCheck(any) : null
  return older ?? operatorCheck(any, runtime) ?? statementCheck(any, runtime)
}
