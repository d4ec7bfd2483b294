import type { RuleExamples } from '#core/rules/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    primary: distribution({ Aliases: ['www.example.com'] }),
  },
  invalid: {
    staging: distribution({ Aliases: ['www.example.com'], Staging: true }),
  },
}
