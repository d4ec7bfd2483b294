import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'a name': distribution(),
  },
  invalid: {
    'an address': distribution({ Origins: [customOrigin('a', { DomainName: '203.0.113.7' })] }),
  },
}
