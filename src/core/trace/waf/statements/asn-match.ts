import { listOf, textOf } from '#core/trace/waf/json.ts'
import { defineStatement } from '#core/trace/waf/statement.ts'

export const asnMatch = defineStatement({
  name: 'AsnMatchStatement',
  compile(config) {
    if (config['ForwardedIPConfig'] !== undefined)
      return { unplayed: 'the network of a forwarded address, since only the viewer’s own is known' }
    const numbers = new Set(listOf(config['AsnList']).map(textOf))
    return { matches: ({ asn }) => asn !== null && numbers.has(asn) }
  },
})
