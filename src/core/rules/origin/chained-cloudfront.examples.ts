import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'the common case': distribution(),
  },
  invalid: {
    'a distribution': distribution({
      Origins: [customOrigin('web', { DomainName: 'd111111abcdef8.cloudfront.net' })],
    }),
  },
}
