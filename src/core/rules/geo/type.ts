import { distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const geoType = defineRule({
  id: 'geo/type',
  severity: 'error',
  summary: 'RestrictionType has an unknown value.',
  why: 'CloudFront knows no other kind of restriction.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/georestrictions.html',
  code: 'InvalidGeoRestrictionParameter',
  alsoKnownAs: ['cfn-lint E3030'],

  *check({ document }) {
    for (const { config, path: site } of distributionsIn(document)) {
      const geo = known(known(config.Restrictions)?.GeoRestriction)
      if (!geo) continue
      const path = [...site, 'Restrictions', 'GeoRestriction']
      const type = known(geo.RestrictionType)
      if (type === undefined || ['none', 'whitelist', 'blacklist'].includes(type)) continue
      yield {
        path: [...path, 'RestrictionType'],
        message: `“${type}” is not a kind of geo restriction, so CloudFront refuses it; use none, whitelist or blacklist.`,
      }
    }
  },
})
