import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    yours: distribution({ Aliases: ['www.example.com'] }),
  },
  invalid: {
    theirs: distribution({ Aliases: ['d111111abcdef8.cloudfront.net'] }),
  },
}
