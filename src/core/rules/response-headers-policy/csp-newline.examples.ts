import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, responseHeadersPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'one line': distribution(
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
    two: distribution(
      {},
      {
        P: responseHeadersPolicy({
          SecurityHeadersConfig: {
            ContentSecurityPolicy: { Override: true, ContentSecurityPolicy: 'default-src *;\n img-src *' },
          },
        }),
      },
    ),
  },
}
