import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, responseHeadersPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    few: distribution({}, { P: responseHeadersPolicy({}) }),
  },
  invalid: {
    eleven: distribution(
      {},
      {
        P: responseHeadersPolicy({
          CustomHeadersConfig: Array.from({ length: 11 }, (_, number) => ({
            Header: `X-${number}`,
            Value: '',
            Override: true,
          })),
        }),
      },
    ),
  },
}
