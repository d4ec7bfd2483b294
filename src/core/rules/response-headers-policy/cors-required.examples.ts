import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, responseHeadersPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    complete: distribution(
      {},
      {
        P: responseHeadersPolicy({
          CorsConfig: {
            AccessControlAllowOrigins: ['https://example.com'],
            AccessControlAllowMethods: ['GET'],
            AccessControlAllowHeaders: ['X-A'],
            AccessControlAllowCredentials: false,
            OriginOverride: true,
          },
        }),
      },
    ),
  },
  invalid: {
    'no methods': distribution(
      {},
      {
        P: responseHeadersPolicy({
          CorsConfig: {
            AccessControlAllowOrigins: ['https://example.com'],
            AccessControlAllowMethods: [],
            AccessControlAllowHeaders: ['X-A'],
            AccessControlAllowCredentials: false,
            OriginOverride: true,
          },
        }),
      },
    ),
  },
}
