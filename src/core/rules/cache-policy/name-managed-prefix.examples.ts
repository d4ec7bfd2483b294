import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cachePolicy, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    own: distribution({}, { P: cachePolicy({}, {}) }),
  },
  invalid: {
    prefix: distribution({}, { P: cachePolicy({ Name: 'Managed-mine' }, {}) }),
  },
}
