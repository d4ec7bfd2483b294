import type { RuleExamples } from '#core/rules/harness/examples.ts'

import {
  behavior,
  customOrigin,
  defaultBehavior,
  distribution,
  responseHeadersPolicy,
} from '#fixtures/build.ts'

const ResponseHeadersPolicyId = '5cc3b908-e619-4b99-88e5-2cf7f45965bd'
const api = customOrigin('api', { DomainName: 'abcdefghij.execute-api.eu-west-1.amazonaws.com' })

export const examples: RuleExamples = {
  valid: {
    files: distribution({ DefaultCacheBehavior: defaultBehavior('web', { ResponseHeadersPolicyId }) }),
    'its own policy': distribution(
      {
        Origins: [api],
        DefaultCacheBehavior: defaultBehavior('api', { ResponseHeadersPolicyId: { ref: 'Cors' } }),
      },
      { Cors: responseHeadersPolicy() },
    ),
  },
  invalid: {
    'an API': distribution({
      Origins: [api],
      DefaultCacheBehavior: defaultBehavior('api', { ResponseHeadersPolicyId }),
    }),
    writing: distribution({
      CacheBehaviors: [
        behavior('/orders/*', 'web', {
          ResponseHeadersPolicyId: 'eaab4381-ed33-4a86-88ca-d9558dc6cd63',
          AllowedMethods: { Items: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'] },
        }),
      ],
    }),
  },
}
