import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    none: distribution({ Restrictions: { GeoRestriction: { RestrictionType: 'none', Items: [] } } }),
  },
  invalid: {
    list: distribution({ Restrictions: { GeoRestriction: { RestrictionType: 'blacklist', Items: ['DE'] } } }),
  },
}
