import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    few: distribution({ Aliases: ['www.example.com'] }),
  },
  invalid: {
    '101': distribution({ Aliases: Array.from({ length: 101 }, (_, number) => `a${number}.example.com`) }),
  },
}
