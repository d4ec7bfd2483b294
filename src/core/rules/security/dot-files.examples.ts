import type { RuleExamples } from '#core/rules/harness/examples.ts'

import { behavior, bucketOrigin, customOrigin, defaultBehavior, distribution, oac } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'a function': distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'Edge' } }],
      }),
    }),
    'a web ACL': distribution({
      WebACLId: 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/a/11111111-2222-3333-4444-555555555555',
    }),
    'a behavior of their own': distribution({ CacheBehaviors: [behavior('/.git/*', 'web')] }),
    'an API': distribution({
      Origins: [customOrigin('api', { DomainName: 'abcdefghij.execute-api.eu-west-1.amazonaws.com' })],
    }),
  },
  invalid: {
    'a server': distribution(),
    'a bucket': distribution({ Origins: [bucketOrigin('files')] }, { Oac: oac }),
  },
}
