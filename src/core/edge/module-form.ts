/**
 * Rewrites ES module syntax into the body of a function, so that one compiled function gives every run its own
 * top-level state. Lines stay where they are; only columns of import and export lines move.
 */
import {
  type ExportNamedDeclaration,
  type ModuleDeclaration,
  type Node,
  type Pattern,
  type Program,
  parse,
  type Statement,
} from 'acorn'

/** Where a program could not be parsed: lines and columns from 1. */
export interface SyntaxProblem {
  readonly message: string
  readonly line: number
  readonly column: number
}

export type Parsed =
  | { readonly program: Program; readonly isModule: boolean }
  | { readonly problem: SyntaxProblem }

const moduleWords = /^[^\S\n]*(import[\s{*'"]|export[\s{*])|[;}]\s*(import|export)\s/m

function parsedAs(code: string, sourceType: 'module' | 'script', isNode: boolean): Parsed {
  const isModule = sourceType === 'module'
  try {
    const program = parse(code, {
      ecmaVersion: 'latest',
      locations: true,
      sourceType,
      // Node wraps a CommonJS file into a function.
      allowReturnOutsideFunction: isNode && !isModule,
    })
    return { program, isModule }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const at = 'loc' in error ? error.loc : undefined
    // acorn documents `loc` on its SyntaxError.
    const loc = at as { line: number; column: number } | undefined
    const message = error.message.replace(/ \(\d+:\d+\)$/, '')
    return { problem: { message, line: loc?.line ?? 1, column: (loc?.column ?? 0) + 1 } }
  }
}

/**
 * Parses as a module where it seems to import or export, else as a script. Words in a comment or a text may deceive, so
 * what is no module is tried as a script too, as Node does the other way round.
 */
export function parseFunctionCode(
  code: string,
  { isNode = false }: { readonly isNode?: boolean } = {},
): Parsed {
  if (!moduleWords.test(code)) return parsedAs(code, 'script', isNode)
  const module = parsedAs(code, 'module', isNode)
  if (!('problem' in module)) {
    const hasModuleSyntax = module.program.body.some(({ type }) => /^(Import|Export)/.test(type))
    return hasModuleSyntax ? module : parsedAs(code, 'script', isNode)
  }
  const script = parsedAs(code, 'script', isNode)
  return 'problem' in script ? module : script
}

const nameOf = (node: { type: string; name?: string; value?: unknown }): string =>
  node.type === 'Identifier' ? (node.name ?? '') : String(node.value)

function importText(node: Extract<ModuleDeclaration, { type: 'ImportDeclaration' }>): string {
  const source = `__import(${JSON.stringify(node.source.value)})`
  const parts = node.specifiers.map((specifier) => {
    if (specifier.type === 'ImportDefaultSpecifier') return `${specifier.local.name}=__default(${source})`
    if (specifier.type === 'ImportNamespaceSpecifier') return `${specifier.local.name}=${source}`
    return `${specifier.local.name}=${source}[${JSON.stringify(nameOf(specifier.imported))}]`
  })
  return parts.length === 0 ? `${source};` : `const ${parts.join(',')};`
}

interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

interface Rewritten {
  readonly edits: readonly Edit[]
  readonly exported: readonly [string, string][]
}

/** The names that a declaration's pattern binds. */
function boundNames(pattern: Pattern): string[] {
  if (pattern.type === 'Identifier') return [pattern.name]
  if (pattern.type === 'AssignmentPattern') return boundNames(pattern.left)
  if (pattern.type === 'RestElement') return boundNames(pattern.argument)
  if (pattern.type === 'ArrayPattern') return pattern.elements.flatMap((one) => (one ? boundNames(one) : []))
  if (pattern.type !== 'ObjectPattern') return []
  return pattern.properties.flatMap((one) => boundNames(one.type === 'Property' ? one.value : one.argument))
}

function namedExport(node: ExportNamedDeclaration): Rewritten {
  const { declaration, source } = node
  if (declaration) {
    const names =
      declaration.type === 'VariableDeclaration'
        ? declaration.declarations.flatMap(({ id }) => boundNames(id))
        : [declaration.id.name]
    return {
      edits: [{ start: node.start, end: declaration.start, text: '' }],
      exported: names.map((name) => [name, name]),
    }
  }
  const from = `__from${node.start}`
  const text = source ? `const ${from}=__import(${JSON.stringify(source.value)});` : ''
  const local = (name: string) => (source ? `${from}[${JSON.stringify(name)}]` : name)
  return {
    edits: [{ start: node.start, end: node.end, text }],
    exported: node.specifiers.map((one) => [nameOf(one.exported), local(nameOf(one.local))]),
  }
}

function editsOf(node: Statement | ModuleDeclaration): Rewritten {
  const whole = (text: string): Rewritten => ({
    edits: [{ start: node.start, end: node.end, text }],
    exported: [],
  })
  if (node.type === 'ImportDeclaration') return whole(importText(node))
  if (node.type === 'ExportAllDeclaration')
    return whole(`Object.assign(__exports,__import(${JSON.stringify(node.source.value)}));`)
  if (node.type === 'ExportDefaultDeclaration') {
    const text = '__exports.default='
    return { edits: [{ start: node.start, end: node.declaration.start, text }], exported: [] }
  }
  return node.type === 'ExportNamedDeclaration' ? namedExport(node) : { edits: [], exported: [] }
}

const isNodeOfTree = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

/** `import(…)` and `import.meta`, which a function's body cannot have outside of a module, as names of the wrapper. */
function* expressionEdits(node: Node): Generator<Edit> {
  if (node.type === 'ImportExpression') yield { start: node.start, end: node.start + 6, text: '__dynamic' }
  if (node.type === 'MetaProperty' && 'meta' in node && isNodeOfTree(node.meta)) {
    if ('name' in node.meta && node.meta.name === 'import')
      yield { start: node.start, end: node.end, text: '__meta' }
  }
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (isNodeOfTree(child)) yield* expressionEdits(child)
}

export interface FunctionBody {
  readonly text: string
  /** Exported name to local name. */
  readonly exported: readonly (readonly [string, string])[]
}

const mayHoldExpressions = /\bimport\s*[(.]/

/** The code with its module syntax written as function-body statements; a script comes back as it is. */
export function toFunctionBody(code: string, program: Program): FunctionBody {
  const found = program.body.map(editsOf)
  const inside = mayHoldExpressions.test(code) ? [...expressionEdits(program)] : []
  const edits = [...found.flatMap((one) => one.edits), ...inside].sort((a, b) => a.start - b.start)
  let text = ''
  let at = 0
  for (const edit of edits) {
    const gone = code.slice(edit.start, edit.end)
    text += code.slice(at, edit.start) + edit.text + '\n'.repeat(gone.split('\n').length - 1)
    at = edit.end
  }
  return { text: text + code.slice(at), exported: found.flatMap((one) => one.exported) }
}
