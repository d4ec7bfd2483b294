import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, responseHeadersPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    ALL: distribution(
      {},
      {
        P: responseHeadersPolicy({
          CorsConfig: {
            AccessControlAllowOrigins: ['https://example.com'],
            AccessControlAllowMethods: ['ALL'],
            AccessControlAllowHeaders: ['X-A'],
            AccessControlAllowCredentials: false,
            OriginOverride: true,
          },
        }),
      },
    ),
  },
  invalid: {
    mixed: distribution(
      {},
      {
        P: responseHeadersPolicy({
          CorsConfig: {
            AccessControlAllowOrigins: ['https://example.com'],
            AccessControlAllowMethods: ['ALL', 'GET'],
            AccessControlAllowHeaders: ['X-A'],
            AccessControlAllowCredentials: false,
            OriginOverride: true,
          },
        }),
      },
    ),
  },
}
