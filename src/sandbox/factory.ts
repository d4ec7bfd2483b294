/** A function's source as one factory, which gives every run its own top-level state; lines keep their numbers. */
import { parseFunctionCode, toFunctionBody } from '#core/edge/module-form.ts'
import type { FunctionError, FunctionRun } from '#core/edge/runner.ts'

export interface Factory {
  readonly text: string
  /** Characters before the first of the function's own. */
  readonly indent: number
  readonly strict: boolean
}

/**
 * CloudFront Functions know no `module` and no `exports`; they run in strict mode, as njs does. Lambda's CommonJS gets
 * Node's wrapper and its sloppy mode, its ES modules are strict.
 */
const heads = {
  function: '(function(__import,__default){"use strict";',
  commonjs: '(function(exports,require,module,__filename,__dirname,__import,__default,__dynamic,__meta){',
  module: '(async function(__exports,__import,__default,__dynamic,__meta){"use strict";',
}

const getter = ([name, local]: readonly [string, string]): string =>
  `get ${JSON.stringify(name)}(){return typeof ${local}==='undefined'?undefined:${local}}`

export function factoryOf(run: FunctionRun): Factory | { readonly error: FunctionError } {
  const isNode = run.language === 'nodejs'
  const parsed = parseFunctionCode(run.code, { isNode })
  if ('problem' in parsed) return { error: { type: 'SyntaxError', ...parsed.problem } }
  const { text, exported } = toFunctionBody(run.code, parsed.program)
  const kind = !isNode ? 'function' : parsed.isModule ? 'module' : 'commonjs'
  const head = heads[kind]
  const own = handlerName(run)
  const given = kind === 'module' ? exported : kind === 'function' ? [[own, own] as const] : []
  const end = kind === 'commonjs' ? '\n})' : `\n;return {${given.map(getter).join(',')}}})`
  return { text: head + text + end, indent: head.length, strict: kind !== 'commonjs' }
}

/** `handler` of `index.handler`. */
export const handlerName = ({ handler }: FunctionRun): string => handler.split('.').at(-1) || 'handler'
