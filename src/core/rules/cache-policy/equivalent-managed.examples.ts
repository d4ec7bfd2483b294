import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cachePolicy, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    own: distribution({}, { P: cachePolicy({}, {}) }),
  },
  invalid: {
    CachingOptimized: distribution(
      {},
      { P: cachePolicy({ MinTTL: 1, DefaultTTL: 86_400, MaxTTL: 31_536_000 }, {}) },
    ),
  },
}
