import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    once: distribution({ Restrictions: { GeoRestriction: { RestrictionType: 'whitelist', Items: ['DE'] } } }),
  },
  invalid: {
    twice: distribution({
      Restrictions: { GeoRestriction: { RestrictionType: 'whitelist', Items: ['DE', 'DE'] } },
    }),
  },
}
