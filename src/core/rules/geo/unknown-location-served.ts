import { distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const geoUnknownLocationServed = defineRule({
  id: 'geo/unknown-location-served',
  severity: 'info',
  summary: 'Viewers whose country is unknown are expected.',
  why: 'CloudFront serves requests whose country it cannot tell, whatever the list says.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/georestrictions.html',
  code: null,

  *check({ document }) {
    for (const { config, path: site } of distributionsIn(document)) {
      const geo = known(known(config.Restrictions)?.GeoRestriction)
      if (!geo) continue
      const path = [...site, 'Restrictions', 'GeoRestriction']
      const type = known(geo.RestrictionType)
      if (type !== 'whitelist' && type !== 'blacklist') continue
      yield {
        path: [...path, 'RestrictionType'],
        message:
          'Requests whose country CloudFront cannot tell are served all the same; use a rule of AWS WAF where that must not be.',
      }
    }
  },
})
