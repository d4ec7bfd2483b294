import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution, managed } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'not forwarded': distribution(),
    'caching disabled': distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        CachePolicyId: managed.cachingDisabled,
        OriginRequestPolicyId: managed.allViewer,
        Compress: false,
      }),
    }),
  },
  invalid: {
    'forwarded and cached': distribution({
      DefaultCacheBehavior: defaultBehavior('web', { OriginRequestPolicyId: managed.allViewer }),
    }),
  },
}
