import type { RuleExamples } from '#core/rules/harness/examples.ts'

import { behavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'a web ACL': distribution({
      WebACLId: 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/a/11111111-2222-3333-4444-555555555555',
      CacheBehaviors: [behavior('/admin/*', 'web')],
    }),
    signed: distribution({
      CacheBehaviors: [behavior('/admin/*', 'web', { TrustedKeyGroups: { Enabled: true, Items: ['g'] } })],
    }),
    'a function': distribution({
      CacheBehaviors: [
        behavior('/wp-admin/*', 'web', {
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'Edge' } }],
        }),
      ],
    }),
    'another word': distribution({ CacheBehaviors: [behavior('/administration-guide/*', 'web')] }),
  },
  invalid: {
    administration: distribution({ CacheBehaviors: [behavior('/admin*', 'web')] }),
    WordPress: distribution({ CacheBehaviors: [behavior('/wp-login.php', 'web')] }),
    'signing that is off': distribution({
      CacheBehaviors: [behavior('/admin/*', 'web', { TrustedKeyGroups: { Enabled: false, Items: [] } })],
    }),
  },
}
