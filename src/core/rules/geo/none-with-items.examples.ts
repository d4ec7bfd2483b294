import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    empty: distribution({ Restrictions: { GeoRestriction: { RestrictionType: 'none', Items: [] } } }),
  },
  invalid: {
    one: distribution({ Restrictions: { GeoRestriction: { RestrictionType: 'none', Items: ['DE'] } } }),
  },
}
