import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, responseHeadersPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    short: distribution(
      {},
      { P: responseHeadersPolicy({ CustomHeadersConfig: [{ Header: 'X-A', Value: '1', Override: true }] }) },
    ),
    empty: distribution(
      {},
      { P: responseHeadersPolicy({ CustomHeadersConfig: [{ Header: 'X-A', Value: '', Override: true }] }) },
    ),
  },
  invalid: {
    'two lines': distribution(
      {},
      {
        P: responseHeadersPolicy({ CustomHeadersConfig: [{ Header: 'X-A', Value: 'a\nb', Override: true }] }),
      },
    ),
  },
}
