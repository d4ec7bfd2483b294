import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution, managed, responseHeadersPolicy } from '#fixtures/build.ts'

const allowing = (...AccessControlAllowHeaders: string[]) =>
  distribution(
    {
      DefaultCacheBehavior: defaultBehavior('web', {
        CachePolicyId: managed.cachingDisabled,
        OriginRequestPolicyId: managed.allViewer,
        AllowedMethods: { Items: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'] },
        ResponseHeadersPolicyId: { ref: 'Policy' },
      }),
    },
    {
      Policy: responseHeadersPolicy({
        CorsConfig: {
          AccessControlAllowCredentials: false,
          AccessControlAllowHeaders,
          AccessControlAllowMethods: ['ALL'],
          AccessControlAllowOrigins: ['https://app.example.com'],
          OriginOverride: true,
        },
      }),
    },
  )

export const examples: RuleExamples = {
  valid: { 'named headers': allowing('Authorization', 'Content-Type') },
  invalid: { 'a star': allowing('*') },
}
