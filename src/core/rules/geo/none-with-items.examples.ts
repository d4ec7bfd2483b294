import type { RuleExamples } from '#core/rules/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    empty: distribution({ Restrictions: { GeoRestriction: { RestrictionType: 'none', Items: [] } } }),
  },
  invalid: {
    one: distribution({ Restrictions: { GeoRestriction: { RestrictionType: 'none', Items: ['DE'] } } }),
  },
}
