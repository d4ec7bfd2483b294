import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const geoCodeFormat = defineRule({
  id: 'geo/code-format',
  severity: 'error',
  summary: 'A country code is not two capital letters.',
  why: 'CloudFront takes ISO 3166-1 alpha-2 codes in upper case.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/georestrictions.html',
  code: 'InvalidLocationCode',

  *check({ document }) {
    for (const { config, path: site } of distributionsIn(document)) {
      const geo = known(known(config.Restrictions)?.GeoRestriction)
      if (!geo) continue
      const path = [...site, 'Restrictions', 'GeoRestriction']
      for (const [index, item] of (geo.Items ?? []).entries()) {
        const country = known(item)
        if (country === undefined) continue
        const field = [...path, 'Items', index]
        if (/^[A-Z]{2}$/.test(country)) continue
        yield {
          path: field,
          message: `“${country}” is not a country code as CloudFront takes it; write two capital letters, as in “DE”.`,
          ...(/^[a-z]{2}$/i.test(country) && {
            fix: setAt(field, country.toUpperCase(), `Use ${country.toUpperCase()}`),
          }),
        }
      }
    }
  },
})
