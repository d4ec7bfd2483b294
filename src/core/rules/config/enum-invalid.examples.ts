import type { RuleExamples } from '#core/rules/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'known values': distribution(),
  },
  invalid: {
    'a typo': distribution({ HttpVersion: 'http4' as 'http2' }),
  },
}
