import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, responseHeadersPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    plain: distribution({}, { P: responseHeadersPolicy({}) }),
  },
  invalid: {
    'a space': distribution({}, { P: responseHeadersPolicy({ Name: 'my policy' }) }),
    empty: distribution({}, { P: responseHeadersPolicy({ Name: '' }) }),
  },
}
