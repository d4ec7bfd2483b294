import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, responseHeadersPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    '600': distribution(
      {},
      {
        P: responseHeadersPolicy({
          CorsConfig: {
            AccessControlAllowOrigins: ['https://example.com'],
            AccessControlAllowMethods: ['GET'],
            AccessControlAllowHeaders: ['X-A'],
            AccessControlAllowCredentials: false,
            OriginOverride: true,
            AccessControlMaxAgeSec: 600,
          },
        }),
      },
    ),
  },
  invalid: {
    '-1': distribution(
      {},
      {
        P: responseHeadersPolicy({
          CorsConfig: {
            AccessControlAllowOrigins: ['https://example.com'],
            AccessControlAllowMethods: ['GET'],
            AccessControlAllowHeaders: ['X-A'],
            AccessControlAllowCredentials: false,
            OriginOverride: true,
            AccessControlMaxAgeSec: -1,
          },
        }),
      },
    ),
  },
}
