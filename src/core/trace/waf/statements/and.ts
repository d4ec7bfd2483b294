import { listOf } from '#core/trace/waf/json.ts'
import { type Compiled, defineStatement } from '#core/trace/waf/statement.ts'
import type { Matcher } from '#core/trace/waf/web-acl.ts'

/** The matchers of several statements, or why one of them is not played. */
export function allOf(compiled: readonly Compiled[]): readonly Matcher[] | { readonly unplayed: string } {
  const matchers: Matcher[] = []
  for (const one of compiled) {
    if ('unplayed' in one) return one
    matchers.push(one.matches)
  }
  return matchers
}

export const and = defineStatement({
  name: 'AndStatement',
  compile(config, { compile }) {
    const inner = allOf(listOf(config['Statements']).map(compile))
    return 'unplayed' in inner
      ? inner
      : { matches: (request, counts) => inner.every((matches) => matches(request, counts)) }
  },
})
