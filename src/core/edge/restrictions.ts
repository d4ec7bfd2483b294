/**
 * What CloudFront Functions' runtimes refuse, found on the syntax tree before anything runs.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-10.html and …-20.html
 */
import type { Node, Program } from 'acorn'
import { parseFunctionCode } from './module-form.ts'
import { commonJsCheck, type NodeCheck, nodeChecks, type Runtime } from './restriction-checks.ts'

export interface Restriction {
  /** `error`: CloudFront does not run it; `warning`: it runs, though not as it reads. */
  readonly severity: 'error' | 'warning'
  /** The error's class, where it is the runtime itself that says so. */
  readonly type?: string
  readonly message: string
  /** From 1. */
  readonly line: number
  readonly column: number
}

/** Bytes of UTF-8. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html */
export const functionSizeLimit = 10 * 1024

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

/** Every node below and including `node`, with the functions around it counted. */
function* walk(node: Node, depth: number): Generator<{ node: Node; depth: number }> {
  yield { node, depth }
  const inside = /Function/.test(node.type) ? depth + 1 : depth
  for (const value of Object.values(node)) {
    const children: readonly unknown[] = Array.isArray(value) ? value : [value]
    for (const child of children) if (isNode(child)) yield* walk(child, inside)
  }
}

function declares(program: Program, handler: string): boolean {
  return program.body.some((node) => {
    const declared = node.type === 'ExportNamedDeclaration' ? node.declaration : node
    if (declared?.type === 'FunctionDeclaration') return declared.id?.name === handler
    if (declared?.type === 'VariableDeclaration')
      return declared.declarations.some(({ id }) => id.type === 'Identifier' && id.name === handler)
    return (
      node.type === 'ExpressionStatement' &&
      node.expression.type === 'AssignmentExpression' &&
      node.expression.left.type === 'Identifier' &&
      node.expression.left.name === handler
    )
  })
}

/** What a runtime refuses in a function's code, in source order; empty where it would be taken. */
export function checkRestrictions(code: string, runtime: Runtime, handler = 'handler'): Restriction[] {
  const size = new TextEncoder().encode(code).length
  const found: Restriction[] = []
  if (size > functionSizeLimit)
    found.push({
      severity: 'error',
      message: `The function has ${size} bytes; CloudFront Functions take 10 KB at most.`,
      line: 1,
      column: 1,
    })
  const parsed = parseFunctionCode(code)
  if ('problem' in parsed) return [...found, { severity: 'error', type: 'SyntaxError', ...parsed.problem }]
  const at = (node: Node, { severity = 'error', type, message }: NodeCheck): Restriction => ({
    severity,
    ...(type !== undefined && { type }),
    message,
    line: node.loc?.start.line ?? 1,
    column: (node.loc?.start.column ?? 0) + 1,
  })
  for (const node of parsed.program.body) {
    const check = commonJsCheck(node)
    if (check) found.push(at(node, check))
  }
  for (const { node, depth } of walk(parsed.program, 0)) {
    const check = nodeChecks(node, runtime, depth)
    if (check) found.push(at(node, check))
  }
  if (!declares(parsed.program, handler))
    found.push({
      severity: 'error',
      message: `The code has no function named “${handler}”, which is what CloudFront calls.`,
      line: 1,
      column: 1,
    })
  return found
}
