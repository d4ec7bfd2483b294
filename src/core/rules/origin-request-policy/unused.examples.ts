import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution, originRequestPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    attached: distribution(
      { DefaultCacheBehavior: defaultBehavior('web', { OriginRequestPolicyId: { ref: 'P' } }) },
      { P: originRequestPolicy() },
    ),
  },
  invalid: {
    not: distribution({}, { P: originRequestPolicy({}) }),
  },
}
