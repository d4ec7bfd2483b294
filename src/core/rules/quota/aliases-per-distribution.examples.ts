import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    few: distribution({ Aliases: Array.from({ length: 2 }, (_, index) => `w${index}.example.com`) }),
    'raised by AWS': {
      document: distribution({ Aliases: Array.from({ length: 101 }, (_, index) => `w${index}.example.com`) }),
      account: { quotaOverrides: { 'aliases-per-distribution': 200 } },
    },
  },
  invalid: {
    'too many': distribution({ Aliases: Array.from({ length: 101 }, (_, index) => `w${index}.example.com`) }),
    'nearly as many as there may be': distribution({
      Aliases: Array.from({ length: 80 }, (_, index) => `w${index}.example.com`),
    }),
  },
}
