import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'another name': distribution({ Aliases: ['www.example.com'] }),
  },
  invalid: {
    'the same name': distribution({ Aliases: ['web.example.org'] }),
  },
}
