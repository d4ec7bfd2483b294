import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'a list': distribution({
      Restrictions: { GeoRestriction: { RestrictionType: 'whitelist', Items: ['DE'] } },
    }),
  },
  invalid: {
    unknown: distribution({
      Restrictions: { GeoRestriction: { RestrictionType: 'allow' as 'none', Items: ['DE'] } },
    }),
  },
}
