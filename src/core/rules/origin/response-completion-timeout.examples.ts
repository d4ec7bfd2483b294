import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'the common case': distribution(),
    enough: distribution({ Origins: [customOrigin('web', { ResponseCompletionTimeout: 60 })] }),
  },
  invalid: {
    'below the default': distribution({ Origins: [customOrigin('web', { ResponseCompletionTimeout: 10 })] }),
  },
}
