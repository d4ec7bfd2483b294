import type { RuleExamples } from '#core/rules/harness/examples.ts'

import { behavior, customOrigin, defaultBehavior, distribution } from '#fixtures/build.ts'

const ResponseHeadersPolicyId = '67f7725c-6f97-4210-82d7-5512b31e9d03'
const attached = defaultBehavior('web', { ResponseHeadersPolicyId })

export const examples: RuleExamples = {
  valid: {
    attached: distribution({ DefaultCacheBehavior: attached }),
    images: distribution({ CacheBehaviors: [behavior('*.jpg', 'web')], DefaultCacheBehavior: attached }),
    'an API': distribution({
      Origins: [customOrigin('api', { DomainName: 'abcdefghij.execute-api.eu-west-1.amazonaws.com' })],
    }),
    'left to the deployment': distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        ResponseHeadersPolicyId: { unknown: '!Ref Policy', expression: { Ref: 'Policy' } },
      }),
    }),
  },
  invalid: {
    default: distribution(),
    pages: distribution({ CacheBehaviors: [behavior('*.html', 'web')], DefaultCacheBehavior: attached }),
  },
}
