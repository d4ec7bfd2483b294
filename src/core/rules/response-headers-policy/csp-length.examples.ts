import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, responseHeadersPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    short: distribution(
      {},
      {
        P: responseHeadersPolicy({
          SecurityHeadersConfig: {
            ContentSecurityPolicy: {
              Override: true,
              ContentSecurityPolicy: "default-src 'self'; frame-ancestors 'none'",
            },
          },
        }),
      },
    ),
  },
  invalid: {
    long: distribution(
      {},
      {
        P: responseHeadersPolicy({
          SecurityHeadersConfig: {
            ContentSecurityPolicy: { Override: true, ContentSecurityPolicy: 'a'.repeat(1784) },
          },
        }),
      },
    ),
  },
}
