import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    none: distribution(),
    countries: distribution({
      Restrictions: { GeoRestriction: { RestrictionType: 'whitelist', Items: ['DE'] } },
    }),
  },
  invalid: {
    empty: distribution({ Restrictions: { GeoRestriction: { RestrictionType: 'blacklist', Items: [] } } }),
  },
}
