import { defineStatement } from '#core/trace/waf/statement.ts'

export const not = defineStatement({
  name: 'NotStatement',
  compile(config, { compile }) {
    const inner = compile(config['Statement'])
    return 'unplayed' in inner ? inner : { matches: (request, counts) => !inner.matches(request, counts) }
  },
})
