import { countryMeantBy, isCountryCode } from '#core/model/countries.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const geoCodeUnknown = defineRule({
  id: 'geo/code-unknown',
  severity: 'error',
  summary: 'A country code does not exist.',
  why: 'Only codes that ISO 3166-1 assigns are known: the United Kingdom is GB, Greece GR.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/georestrictions.html',
  code: 'InvalidLocationCode',
  shows: { request: { url: '/', viewer: { country: 'GB' } }, outcome: { status: 403 } },

  *check({ document }) {
    for (const { config, path: site } of distributionsIn(document)) {
      const geo = known(known(config.Restrictions)?.GeoRestriction)
      if (!geo) continue
      const path = [...site, 'Restrictions', 'GeoRestriction']
      for (const [index, item] of (geo.Items ?? []).entries()) {
        const country = known(item)
        if (country === undefined) continue
        const field = [...path, 'Items', index]
        if (!/^[A-Z]{2}$/.test(country) || isCountryCode(country)) continue
        const meant = countryMeantBy(country)
        yield {
          path: field,
          message: `“${country}” is not a country code of ISO 3166-1, so CloudFront refuses it${meant ? `; use “${meant}”` : '; remove it'}.`,
          ...(meant && { fix: setAt(field, meant, `Use ${meant}`) }),
        }
      }
    }
  },
})
