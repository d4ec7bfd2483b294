import type { Resource } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import {
  behavior,
  customOrigin,
  defaultBehavior,
  distribution,
  responseHeadersPolicy,
} from '#fixtures/build.ts'

const api = customOrigin('api', { DomainName: 'abcdefghij.execute-api.eu-west-1.amazonaws.com' })
const cors = (origin: string): Resource =>
  responseHeadersPolicy({
    CorsConfig: {
      AccessControlAllowOrigins: [origin],
      AccessControlAllowHeaders: ['Content-Type'],
      AccessControlAllowMethods: ['GET'],
      AccessControlAllowCredentials: false,
      OriginOverride: true,
    },
  })

export const examples: RuleExamples = {
  valid: {
    'one site': distribution(
      {
        Origins: [api],
        DefaultCacheBehavior: defaultBehavior('api', { ResponseHeadersPolicyId: { ref: 'Cors' } }),
      },
      { Cors: cors('https://www.example.com') },
    ),
    'fonts for everyone': distribution({
      CacheBehaviors: [
        behavior('/fonts/*', 'web', { ResponseHeadersPolicyId: '60669652-455b-4ae9-85a4-c4c02393f86c' }),
      ],
    }),
    'no policy': distribution({ Origins: [api] }),
  },
  invalid: {
    'every site': distribution(
      {
        Origins: [api],
        DefaultCacheBehavior: defaultBehavior('api', { ResponseHeadersPolicyId: { ref: 'Cors' } }),
      },
      { Cors: cors('*') },
    ),
    'a managed policy': distribution({
      Origins: [api],
      DefaultCacheBehavior: defaultBehavior('api', {
        ResponseHeadersPolicyId: '5cc3b908-e619-4b99-88e5-2cf7f45965bd',
      }),
    }),
  },
}
