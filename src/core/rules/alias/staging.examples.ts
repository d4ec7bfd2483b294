import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    primary: distribution({ Aliases: ['www.example.com'] }),
  },
  invalid: {
    staging: distribution({ Aliases: ['www.example.com'], Staging: true }),
  },
}
