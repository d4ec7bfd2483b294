import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'two names': distribution({ Origins: [customOrigin('a'), customOrigin('b')] }),
  },
  invalid: {
    'the same twice': distribution({
      Origins: [customOrigin('a'), customOrigin('a', { DomainName: 'b.example.org' })],
    }),
  },
}
