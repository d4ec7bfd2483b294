import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, responseHeadersPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    one: distribution(
      {},
      {
        P: responseHeadersPolicy({
          RemoveHeadersConfig: Array.from({ length: 1 }, (_, index) => ({ Header: `x-${index}` })),
        }),
      },
    ),
  },
  invalid: {
    'too many': distribution(
      {},
      {
        P: responseHeadersPolicy({
          RemoveHeadersConfig: Array.from({ length: 11 }, (_, index) => ({ Header: `x-${index}` })),
        }),
      },
    ),
  },
}
