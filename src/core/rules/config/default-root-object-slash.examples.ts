import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'a plain name': distribution({ DefaultRootObject: 'index.html' }),
    none: distribution(),
  },
  invalid: {
    'a leading slash': distribution({ DefaultRootObject: '/index.html' }),
  },
}
