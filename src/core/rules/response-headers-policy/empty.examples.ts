import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, responseHeadersPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    some: distribution(
      {},
      { P: responseHeadersPolicy({ CustomHeadersConfig: [{ Header: 'X-A', Value: '1', Override: true }] }) },
    ),
  },
  invalid: {
    none: distribution({}, { P: responseHeadersPolicy({}) }),
  },
}
