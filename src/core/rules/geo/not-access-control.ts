import { distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const geoNotAccessControl = defineRule({
  id: 'geo/not-access-control',
  covers: ['geo/unknown-location-served'],
  severity: 'info',
  summary: 'A geo restriction holds for every path, and not for unknown locations.',
  why: 'The restriction holds for every path; single paths take AWS WAF or a CloudFront function.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/georestrictions.html',
  code: null,
  shows: { request: { url: '/', viewer: { country: 'DE' } }, outcome: { status: 403 } },

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
          'The geo restriction holds for every path of the distribution; for single paths use AWS WAF or a CloudFront function.',
      }
    }
  },
})
