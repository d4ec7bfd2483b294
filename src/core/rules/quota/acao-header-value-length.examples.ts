import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, responseHeadersPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    short: distribution(
      {},
      {
        P: responseHeadersPolicy({ CorsConfig: { AccessControlAllowOrigins: ['https://www.example.com'] } }),
      },
    ),
  },
  invalid: {
    long: distribution(
      {},
      {
        P: responseHeadersPolicy({
          CorsConfig: {
            AccessControlAllowOrigins: Array.from(
              { length: 20 },
              (_, index) => `https://${'a'.repeat(90)}${index}.example.com`,
            ),
          },
        }),
      },
    ),
  },
}
