import { distributionsIn } from '#core/model/distribution.ts'
import { removeAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { repeats } from '#core/rules/lookup/walk.ts'

export const geoDuplicate = defineRule({
  id: 'geo/duplicate',
  severity: 'info',
  summary: 'A country is listed twice.',
  why: 'A code that is listed twice may be refused with the whole configuration.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/georestrictions.html',
  code: null,

  *check({ document }) {
    for (const { config, path: site } of distributionsIn(document)) {
      const geo = known(known(config.Restrictions)?.GeoRestriction)
      if (!geo) continue
      const path = [...site, 'Restrictions', 'GeoRestriction']
      for (const [item, index] of repeats(geo.Items ?? [], (one) => known(one)))
        yield {
          path: [...path, 'Items', index],
          message: `“${known(item)}” is listed twice in the geo restriction; keep one.`,
          fix: removeAt([...path, 'Items', index], 'Remove the second'),
        }
    }
  },
})
