import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, responseHeadersPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    token: distribution(
      {},
      { P: responseHeadersPolicy({ CustomHeadersConfig: [{ Header: 'X-A', Value: '1', Override: true }] }) },
    ),
  },
  invalid: {
    'a space': distribution(
      {},
      { P: responseHeadersPolicy({ CustomHeadersConfig: [{ Header: 'X A', Value: '1', Override: true }] }) },
    ),
  },
}
