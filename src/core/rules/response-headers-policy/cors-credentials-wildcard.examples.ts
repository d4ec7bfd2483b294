import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, responseHeadersPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    named: distribution(
      {},
      {
        P: responseHeadersPolicy({
          CorsConfig: {
            AccessControlAllowOrigins: ['https://example.com', 'https://*.example.org:8443'],
            AccessControlAllowHeaders: ['X-A'],
            AccessControlAllowMethods: ['GET'],
            AccessControlAllowCredentials: true,
            OriginOverride: true,
          },
        }),
      },
    ),
  },
  invalid: {
    'any header': distribution(
      {},
      {
        P: responseHeadersPolicy({
          CorsConfig: {
            AccessControlAllowOrigins: ['https://example.com'],
            AccessControlAllowHeaders: ['*'],
            AccessControlAllowMethods: ['GET'],
            AccessControlAllowCredentials: true,
            OriginOverride: true,
          },
        }),
      },
    ),
  },
}
