import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, responseHeadersPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    tight: distribution(
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
    open: distribution(
      {},
      {
        P: responseHeadersPolicy({
          SecurityHeadersConfig: {
            ContentSecurityPolicy: { Override: true, ContentSecurityPolicy: 'default-src *' },
          },
        }),
      },
    ),
  },
}
