import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cachePolicy, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'in order': distribution({}, { P: cachePolicy() }),
  },
  invalid: {
    'out of order': distribution({}, { P: cachePolicy({ MinTTL: 100, DefaultTTL: 10, MaxTTL: 1000 }) }),
  },
}
