import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution, responseHeadersPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'the common case': distribution(),
  },
  invalid: {
    'PUT from elsewhere': distribution(
      { DefaultCacheBehavior: defaultBehavior('web', { ResponseHeadersPolicyId: { ref: 'Cors' } }) },
      {
        Cors: responseHeadersPolicy({
          CorsConfig: {
            AccessControlAllowCredentials: false,
            AccessControlAllowHeaders: ['X-Key'],
            AccessControlAllowMethods: ['GET'],
            AccessControlAllowOrigins: ['https://example.com'],
            OriginOverride: true,
          },
        }),
      },
    ),
  },
}
