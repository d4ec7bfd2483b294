import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cachePolicy, defaultBehavior, distribution, managed } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    none: distribution({
      DefaultCacheBehavior: defaultBehavior('web', { CachePolicyId: managed.cachingDisabled }),
    }),
  },
  invalid: {
    'a minute': distribution(
      { DefaultCacheBehavior: defaultBehavior('web', { CachePolicyId: { ref: 'Minute' } }) },
      { Minute: cachePolicy({ MinTTL: 60 }) },
    ),
  },
}
