import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, originRequestPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    plain: distribution({}, { P: originRequestPolicy({}) }),
  },
  invalid: {
    'a space': distribution({}, { P: originRequestPolicy({ Name: 'my policy' }) }),
    empty: distribution({}, { P: originRequestPolicy({ Name: '' }) }),
  },
}
