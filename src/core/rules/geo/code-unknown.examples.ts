import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    assigned: distribution({
      Restrictions: { GeoRestriction: { RestrictionType: 'whitelist', Items: ['GB', 'GR'] } },
    }),
  },
  invalid: {
    UK: distribution({ Restrictions: { GeoRestriction: { RestrictionType: 'whitelist', Items: ['UK'] } } }),
    'no country': distribution({
      Restrictions: { GeoRestriction: { RestrictionType: 'whitelist', Items: ['EU'] } },
    }),
  },
}
