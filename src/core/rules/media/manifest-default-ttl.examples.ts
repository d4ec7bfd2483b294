import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { behavior, cachePolicy, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'a few seconds': distribution(
      { CacheBehaviors: [behavior('*.m3u8', 'web', { CachePolicyId: { ref: 'Manifests' } })] },
      { Manifests: cachePolicy({ MinTTL: 0, DefaultTTL: 2, MaxTTL: 600 }) },
    ),
  },
  invalid: {
    'CachingOptimized, a day': distribution({ CacheBehaviors: [behavior('*.m3u8', 'web')] }),
    'below a folder': distribution({ CacheBehaviors: [behavior('/live/*.m3u8', 'web')] }),
  },
}
