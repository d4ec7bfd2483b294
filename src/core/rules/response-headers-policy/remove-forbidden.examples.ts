import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, responseHeadersPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'may go': distribution(
      {},
      { P: responseHeadersPolicy({ RemoveHeadersConfig: [{ Header: 'X-Powered-By' }] }) },
    ),
  },
  invalid: {
    'may not': distribution({}, { P: responseHeadersPolicy({ RemoveHeadersConfig: [{ Header: 'Via' }] }) }),
  },
}
