import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    one: distribution(),
  },
  invalid: {
    empty: distribution({ Origins: [customOrigin('a', { DomainName: '' })] }),
  },
}
