import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, responseHeadersPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    other: distribution(
      {},
      { P: responseHeadersPolicy({ CustomHeadersConfig: [{ Header: 'X-A', Value: '1', Override: true }] }) },
    ),
  },
  invalid: {
    Via: distribution(
      {},
      { P: responseHeadersPolicy({ CustomHeadersConfig: [{ Header: 'Via', Value: '1', Override: true }] }) },
    ),
  },
}
