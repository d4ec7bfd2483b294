import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'known values': distribution(),
  },
  invalid: {
    'a typo': distribution({ HttpVersion: 'http4' as 'http2' }),
  },
}
