import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, responseHeadersPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    other: distribution(
      {},
      { P: responseHeadersPolicy({ RemoveHeadersConfig: [{ Header: 'X-Powered-By' }] }) },
    ),
  },
  invalid: {
    removed: distribution({}, { P: responseHeadersPolicy({ RemoveHeadersConfig: [{ Header: 'Vary' }] }) }),
  },
}
