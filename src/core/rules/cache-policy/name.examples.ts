import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cachePolicy, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    plain: distribution({}, { P: cachePolicy({}, {}) }),
  },
  invalid: {
    'a space': distribution({}, { P: cachePolicy({ Name: 'my policy' }, {}) }),
    empty: distribution({}, { P: cachePolicy({ Name: '' }, {}) }),
  },
}
