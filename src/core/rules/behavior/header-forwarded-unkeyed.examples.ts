import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution, managed } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'not cached': distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        OriginRequestPolicyId: managed.allViewerExceptHostHeader,
        CachePolicyId: managed.cachingDisabled,
      }),
    }),
    'the common case': distribution(),
  },
  invalid: {
    all: distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        OriginRequestPolicyId: managed.allViewerExceptHostHeader,
      }),
    }),
  },
}
