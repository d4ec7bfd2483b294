import { distributionsIn } from '#core/model/distribution.ts'
import { removeAt } from '#core/model/edit.ts'
import { isUnknown, known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const geoNoneWithItems = defineRule({
  id: 'geo/none-with-items',
  severity: 'error',
  summary: 'A geo restriction of type none lists countries.',
  why: 'A restriction of type none with countries is refused.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/georestrictions.html',
  code: 'InvalidGeoRestrictionParameter',

  *check({ document }) {
    for (const { config, path: site } of distributionsIn(document)) {
      const geo = known(known(config.Restrictions)?.GeoRestriction)
      if (!geo) continue
      const path = [...site, 'Restrictions', 'GeoRestriction']
      const type = known(geo.RestrictionType)
      if (type !== 'none' || (geo.Items ?? []).every(isUnknown)) continue
      yield {
        path: [...path, 'Items'],
        message:
          'The geo restriction is “none” and lists countries, so CloudFront refuses it; remove the countries or choose a list type.',
        fix: removeAt([...path, 'Items'], 'Remove the countries'),
      }
    }
  },
})
