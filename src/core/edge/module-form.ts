/**
 * Rewrites ES module syntax into the body of a function, so that one compiled function gives every run its own
 * top-level state. Lines stay where they are; only columns of import and export lines move.
 */
import { type ModuleDeclaration, type Program, parse, type Statement } from 'acorn'

/** Where a program could not be parsed: lines and columns from 1. */
export interface SyntaxProblem {
  readonly message: string
  readonly line: number
  readonly column: number
}

export type Parsed =
  | { readonly program: Program; readonly isModule: boolean }
  | { readonly problem: SyntaxProblem }

/** Parses as a module where it imports or exports, else as a script (in which `return` outside is refused). */
export function parseFunctionCode(code: string): Parsed {
  const options = { ecmaVersion: 'latest', locations: true } as const
  const isModule = /^\s*(import[\s{*'"]|export[\s{*])/m.test(code) || /[;}]\s*(import|export)\s/.test(code)
  try {
    return { program: parse(code, { ...options, sourceType: isModule ? 'module' : 'script' }), isModule }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const at = 'loc' in error ? error.loc : undefined
    // acorn documents `loc` on its SyntaxError.
    const loc = at as { line: number; column: number } | undefined
    const message = error.message.replace(/ \(\d+:\d+\)$/, '')
    return { problem: { message, line: loc?.line ?? 1, column: (loc?.column ?? 0) + 1 } }
  }
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

function editsOf(node: Statement | ModuleDeclaration): { edits: Edit[]; exported: [string, string][] } {
  if (node.type === 'ImportDeclaration')
    return { edits: [{ start: node.start, end: node.end, text: importText(node) }], exported: [] }
  if (node.type === 'ExportDefaultDeclaration') {
    const text = '__exports.default='
    return { edits: [{ start: node.start, end: node.declaration.start, text }], exported: [] }
  }
  if (node.type !== 'ExportNamedDeclaration') return { edits: [], exported: [] }
  const { declaration } = node
  if (!declaration) {
    const exported = node.specifiers.map((one): [string, string] => [nameOf(one.exported), nameOf(one.local)])
    return { edits: [{ start: node.start, end: node.end, text: '' }], exported }
  }
  const names =
    declaration.type === 'VariableDeclaration'
      ? declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []))
      : [declaration.id.name]
  return {
    edits: [{ start: node.start, end: declaration.start, text: '' }],
    exported: names.map((name) => [name, name]),
  }
}

export interface FunctionBody {
  readonly text: string
  /** Exported name to local name. */
  readonly exported: readonly (readonly [string, string])[]
}

/** The code with its module syntax written as function-body statements; a script comes back as it is. */
export function toFunctionBody(code: string, program: Program): FunctionBody {
  const exported: [string, string][] = []
  let text = ''
  let at = 0
  for (const node of program.body) {
    const found = editsOf(node)
    exported.push(...found.exported)
    for (const edit of found.edits) {
      const gone = code.slice(edit.start, edit.end)
      text += code.slice(at, edit.start) + edit.text + '\n'.repeat(gone.split('\n').length - 1)
      at = edit.end
    }
  }
  return { text: text + code.slice(at), exported }
}
