import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'the common case': distribution(),
  },
  invalid: {
    'a wildcard': distribution({ Origins: [customOrigin('web', { OriginPath: '/app/*' })] }),
    'a query': distribution({ Origins: [customOrigin('web', { OriginPath: '/app?x=1' })] }),
  },
}
