import { distributionsIn } from '#core/model/distribution.ts'
import { isExpression } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const geoDisabled = defineRule({
  id: 'geo/disabled',
  severity: 'info',
  summary: 'There is no geo restriction.',
  why: 'Without one every country is served, also where licenses or law forbid it.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/georestrictions.html',
  code: null,
  alsoKnownAs: ['CKV_AWS_374'],
  shows: { request: { url: '/', viewer: { country: 'KP' } }, outcome: { status: 200 } },

  *check({ document }) {
    for (const { id, config, path } of distributionsIn(document)) {
      if (isExpression(config.Restrictions)) continue
      const geo = config.Restrictions?.GeoRestriction
      if (isExpression(geo) || isExpression(geo?.RestrictionType)) continue
      if (geo?.RestrictionType !== undefined && geo.RestrictionType !== 'none') continue
      yield {
        path: [...path, 'Restrictions'],
        message: `“${id}” serves every country; restrict it where licenses or law ask for it.`,
      }
    }
  },
})
