import { listOf } from '#core/trace/waf/json.ts'
import { defineStatement } from '#core/trace/waf/statement.ts'
import { allOf } from './and.ts'

export const or = defineStatement({
  name: 'OrStatement',
  compile(config, { compile }) {
    const inner = allOf(listOf(config['Statements']).map(compile))
    return 'unplayed' in inner
      ? inner
      : { matches: (request, counts) => inner.some((matches) => matches(request, counts)) }
  },
})
