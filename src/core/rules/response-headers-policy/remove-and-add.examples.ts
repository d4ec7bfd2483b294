import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, responseHeadersPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    one: distribution({}, { P: responseHeadersPolicy({ RemoveHeadersConfig: [{ Header: 'X-A' }] }) }),
  },
  invalid: {
    both: distribution(
      {},
      {
        P: responseHeadersPolicy({
          RemoveHeadersConfig: [{ Header: 'X-A' }],
          CustomHeadersConfig: [{ Header: 'x-a', Value: '1', Override: true }],
        }),
      },
    ),
  },
}
