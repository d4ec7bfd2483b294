import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'a server': distribution(),
  },
  invalid: {
    open: distribution({ Origins: [customOrigin('f', { DomainName: 'abc.lambda-url.eu-west-1.on.aws' })] }),
  },
}
