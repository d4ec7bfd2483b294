import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const geoListEmpty = defineRule({
  id: 'geo/list-empty',
  severity: 'error',
  summary: 'A geo restriction lists no countries.',
  why: 'A whitelist or blacklist without countries is refused.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/georestrictions.html',
  code: 'InvalidGeoRestrictionParameter',

  *check({ document }) {
    for (const { config, path } of distributionsIn(document)) {
      const geo = known(known(config.Restrictions)?.GeoRestriction)
      const type = known(geo?.RestrictionType)
      if (!geo || type === undefined || type === 'none' || (geo.Items ?? []).length > 0) continue
      yield {
        path: [...path, 'Restrictions', 'GeoRestriction', 'Items'],
        message: `The ${type} of countries is empty, so CloudFront refuses it; list countries or set the restriction to none.`,
        suggestions: [
          setAt([...path, 'Restrictions', 'GeoRestriction', 'RestrictionType'], 'none', 'No restriction'),
        ],
      }
    }
  },
})
