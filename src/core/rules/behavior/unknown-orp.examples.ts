import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution, managed, originRequestPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    managed: distribution(),
    'of the design': distribution(
      { DefaultCacheBehavior: defaultBehavior('web', { OriginRequestPolicyId: { ref: 'P' } }) },
      { P: originRequestPolicy() },
    ),
  },
  invalid: {
    'another kind': distribution({
      DefaultCacheBehavior: defaultBehavior('web', { OriginRequestPolicyId: managed.cachingOptimized }),
    }),
  },
}
