import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'a subdomain': distribution({ Aliases: ['www.example.com'] }),
  },
  invalid: {
    'an apex': distribution({ Aliases: ['example.com'] }),
  },
}
