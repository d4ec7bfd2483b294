import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { behavior, defaultBehavior, distribution, managed } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    on: distribution({ DefaultCacheBehavior: defaultBehavior('web', {}) }),
    'a policy under which CloudFront compresses nothing': distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        CachePolicyId: managed.cachingDisabled,
        Compress: false,
      }),
    }),
    pictures: distribution({ CacheBehaviors: [behavior('*.jpg', 'web', { Compress: false })] }),
  },
  invalid: {
    off: distribution({ DefaultCacheBehavior: defaultBehavior('web', { Compress: false }) }),
  },
}
