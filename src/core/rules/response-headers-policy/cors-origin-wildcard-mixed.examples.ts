import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, responseHeadersPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    any: distribution(
      {},
      {
        P: responseHeadersPolicy({
          CorsConfig: {
            AccessControlAllowOrigins: ['*'],
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
    mixed: distribution(
      {},
      {
        P: responseHeadersPolicy({
          CorsConfig: {
            AccessControlAllowOrigins: ['*', 'https://example.com'],
            AccessControlAllowMethods: ['GET'],
            AccessControlAllowHeaders: ['X-A'],
            AccessControlAllowCredentials: false,
            OriginOverride: true,
          },
        }),
      },
    ),
  },
}
