import { countryMeantBy, isCountryCode } from '#core/model/countries.ts'
import { resourcesOf } from '#core/model/distribution.ts'
import { removeAt, setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const tenantGeo = defineRule({
  id: 'tenant/geo',
  severity: 'error',
  sees: 'shared',
  summary: "A tenant's geo restriction is not valid.",
  why: 'A list without countries, countries without a list, and codes that ISO 3166-1 does not assign are refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_GeoRestrictionCustomization.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'DistributionTenant')) {
      const geo = known(known(config.Customizations)?.GeoRestrictions)
      const type = known(geo?.RestrictionType)
      if (!geo) continue
      const field = [...path, 'Customizations', 'GeoRestrictions']
      const count = (geo.Locations ?? []).length
      if (type !== undefined && !['none', 'whitelist', 'blacklist'].includes(type))
        yield {
          path: [...field, 'RestrictionType'],
          message: `“${type}” of the tenant “${id}” is not a kind of geo restriction; use none, whitelist or blacklist.`,
        }
      else if (type === 'none' && count > 0)
        yield {
          path: [...field, 'Locations'],
          message: `The geo restriction of the tenant “${id}” is “none” and lists countries, so CloudFront refuses it; remove the countries or choose a list type.`,
          fix: removeAt([...field, 'Locations'], 'Remove the countries'),
        }
      else if (type !== undefined && type !== 'none' && count === 0)
        yield {
          path: [...field, 'Locations'],
          message: `The ${type} of the tenant “${id}” is empty, so CloudFront refuses it; list countries or set the restriction to none.`,
        }
      for (const [index, item] of (geo.Locations ?? []).entries()) {
        const country = known(item)
        if (country === undefined || isCountryCode(country)) continue
        const meant =
          countryMeantBy(country) ??
          (isCountryCode(country.toUpperCase()) ? country.toUpperCase() : undefined)
        const at = [...field, 'Locations', index]
        yield {
          path: at,
          message: `“${country}” of the tenant “${id}” is not a country code of ISO 3166-1, so CloudFront refuses it${meant ? `; use “${meant}”` : '; remove it'}.`,
          ...(meant && { fix: setAt(at, meant, `Use ${meant}`) }),
        }
      }
    }
  },
})
