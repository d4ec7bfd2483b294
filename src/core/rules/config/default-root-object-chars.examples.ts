import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'index.html': distribution({ DefaultRootObject: 'index.html' }),
  },
  invalid: {
    'a query': distribution({ DefaultRootObject: 'index.html?v=1' }),
  },
}
