import { HeaderFields } from '#core/http/header-fields.ts'
import { defineStage, guide } from '#core/trace/engine/stage.ts'

export const geoRestriction = defineStage({
  id: 'geo-restriction',
  at: 'head',
  title: 'Geographic restriction',
  explained: 'before-origin',
  basis: { documented: guide('georestrictions') },
  run(exchange, note) {
    const geo = exchange.distribution?.geo
    if (!geo || geo.type === 'none') return
    const country = exchange.request.viewer.country?.toUpperCase()
    if (country === undefined || country === '') {
      note?.('The request names no country (viewer.country), so the geographic restriction lets it pass.', [
        geo.path,
      ])
      return
    }
    const listed = geo.countries.has(country)
    const refused = geo.type === 'whitelist' ? !listed : listed
    note?.(
      `${country} is ${listed ? '' : 'not '}in the ${geo.type === 'whitelist' ? 'allow' : 'block'} list: ${refused ? 'CloudFront answers 403' : 'allowed'}.`,
      [geo.path],
    )
    if (refused) exchange.answer(403, HeaderFields.empty(), 'ClientGeoBlocked')
  },
})
