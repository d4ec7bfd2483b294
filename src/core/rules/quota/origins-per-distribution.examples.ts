import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    few: distribution({ Origins: Array.from({ length: 2 }, (_, index) => customOrigin(`o${index}`)) }),
    'raised by AWS': {
      document: distribution({
        Origins: Array.from({ length: 101 }, (_, index) => customOrigin(`o${index}`)),
      }),
      account: { quotaOverrides: { 'origins-per-distribution': 200 } },
    },
  },
  invalid: {
    'too many': distribution({
      Origins: Array.from({ length: 101 }, (_, index) => customOrigin(`o${index}`)),
    }),
    'nearly as many as there may be': distribution({
      Origins: Array.from({ length: 80 }, (_, index) => customOrigin(`o${index}`)),
    }),
  },
}
