import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, responseHeadersPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    short: distribution(
      {},
      {
        P: responseHeadersPolicy({
          SecurityHeadersConfig: {
            ContentSecurityPolicy: { Override: true, ContentSecurityPolicy: "default-src 'self'" },
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
            ContentSecurityPolicy: { Override: true, ContentSecurityPolicy: 'x'.repeat(1784) },
          },
        }),
      },
    ),
  },
}
