import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'the common case': distribution(),
  },
  invalid: {
    'a container': distribution({
      Origins: [customOrigin('web', { DomainName: 'abc.data.mediastore.eu-west-1.amazonaws.com' })],
    }),
  },
}
