import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'different hosts': distribution({ Origins: [customOrigin('a'), customOrigin('b')] }),
  },
  invalid: {
    equal: distribution({ Origins: [customOrigin('a'), customOrigin('b', { DomainName: 'a.example.org' })] }),
  },
}
