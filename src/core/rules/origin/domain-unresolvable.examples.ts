import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'the common case': distribution(),
  },
  invalid: {
    'an internal name': distribution({ Origins: [customOrigin('web', { DomainName: 'app.prod.internal' })] }),
    localhost: distribution({ Origins: [customOrigin('web', { DomainName: 'localhost' })] }),
  },
}
