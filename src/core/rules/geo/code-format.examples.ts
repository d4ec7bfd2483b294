import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'upper case': distribution({
      Restrictions: { GeoRestriction: { RestrictionType: 'whitelist', Items: ['DE'] } },
    }),
  },
  invalid: {
    'lower case': distribution({
      Restrictions: { GeoRestriction: { RestrictionType: 'whitelist', Items: ['de'] } },
    }),
    'three letters': distribution({
      Restrictions: { GeoRestriction: { RestrictionType: 'blacklist', Items: ['USA'] } },
    }),
  },
}
