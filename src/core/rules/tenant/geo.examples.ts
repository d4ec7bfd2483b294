import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { multiTenant, tenant } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    none: multiTenant({}, { Tenant: tenant() }),
    'a list': multiTenant(
      {},
      {
        Tenant: tenant({
          Customizations: { GeoRestrictions: { RestrictionType: 'whitelist', Locations: ['DE'] } },
        }),
      },
    ),
  },
  invalid: {
    'an empty list': multiTenant(
      {},
      {
        Tenant: tenant({
          Customizations: { GeoRestrictions: { RestrictionType: 'whitelist', Locations: [] } },
        }),
      },
    ),
    'countries for none': multiTenant(
      {},
      {
        Tenant: tenant({
          Customizations: { GeoRestrictions: { RestrictionType: 'none', Locations: ['DE'] } },
        }),
      },
    ),
    'no country': multiTenant(
      {},
      {
        Tenant: tenant({
          Customizations: { GeoRestrictions: { RestrictionType: 'blacklist', Locations: ['UK'] } },
        }),
      },
    ),
    'another type': multiTenant(
      {},
      {
        Tenant: tenant({
          Customizations: { GeoRestrictions: { RestrictionType: 'allow', Locations: ['DE'] } },
        }),
      },
    ),
  },
}
