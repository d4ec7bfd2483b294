import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, responseHeadersPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    any: distribution(
      {},
      {
        P: responseHeadersPolicy({
          CorsConfig: {
            AccessControlAllowOrigins: ['https://example.com'],
            AccessControlAllowMethods: ['GET'],
            AccessControlAllowHeaders: ['x-amz-*', 'x-*-amz', '*'],
            AccessControlAllowCredentials: false,
            OriginOverride: true,
          },
        }),
      },
    ),
  },
  invalid: {
    within: distribution(
      {},
      {
        P: responseHeadersPolicy({
          CorsConfig: {
            AccessControlAllowOrigins: ['https://example.com'],
            AccessControlAllowMethods: ['GET'],
            AccessControlAllowHeaders: ['x-*-a*'],
            AccessControlAllowCredentials: false,
            OriginOverride: true,
          },
        }),
      },
    ),
  },
}
