import { listOf, textOf } from '#core/trace/waf/json.ts'
import { defineStatement } from '#core/trace/waf/statement.ts'

export const geoMatch = defineStatement({
  name: 'GeoMatchStatement',
  compile(config) {
    if (config['ForwardedIPConfig'] !== undefined)
      return { unplayed: 'the country of a forwarded address, since only the viewer’s own is known' }
    const countries = new Set(listOf(config['CountryCodes']).map((code) => textOf(code)?.toUpperCase()))
    return {
      matches: ({ country, labels }) => {
        if (country === null) return false
        labels.add(`awswaf:clientip:geo:country:${country}`)
        return countries.has(country)
      },
    }
  },
})
