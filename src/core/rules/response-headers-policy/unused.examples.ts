import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution, responseHeadersPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    attached: distribution(
      { DefaultCacheBehavior: defaultBehavior('web', { ResponseHeadersPolicyId: { ref: 'P' } }) },
      { P: responseHeadersPolicy() },
    ),
  },
  invalid: {
    not: distribution({}, { P: responseHeadersPolicy({}) }),
  },
}
