import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, responseHeadersPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    GET: distribution(
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
    '*': distribution(
      {},
      {
        P: responseHeadersPolicy({
          CorsConfig: {
            AccessControlAllowOrigins: ['https://example.com'],
            AccessControlAllowMethods: ['*' as 'GET'],
            AccessControlAllowHeaders: ['X-A'],
            AccessControlAllowCredentials: false,
            OriginOverride: true,
          },
        }),
      },
    ),
  },
}
