import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cachePolicy, defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    attached: distribution(
      { DefaultCacheBehavior: defaultBehavior('web', { CachePolicyId: { ref: 'P' } }) },
      { P: cachePolicy() },
    ),
  },
  invalid: {
    not: distribution({}, { P: cachePolicy({}, {}) }),
  },
}
