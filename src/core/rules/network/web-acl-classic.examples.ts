import type { RuleExamples } from '#core/rules/harness/examples.ts'

import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'AWS WAF': distribution({
      WebACLId: 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/a/11111111-2222-3333-4444-555555555555',
    }),
    none: distribution({ WebACLId: '' }),
    'one of the design': distribution(
      { WebACLId: { ref: 'Acl', attribute: 'Arn' } },
      { Acl: { type: 'AWS::WAFv2::WebACL', config: { Scope: 'CLOUDFRONT' } } },
    ),
  },
  invalid: {
    'a bare id': distribution({ WebACLId: '473e64fd-f30b-4765-81a0-62ad96dd167a' }),
    'of a multi-tenant distribution': distribution({
      ConnectionMode: 'tenant-only',
      WebACLId: '473e64fd-f30b-4765-81a0-62ad96dd167a',
    }),
    'one of the design': distribution(
      { WebACLId: { ref: 'Acl' } },
      { Acl: { type: 'AWS::WAF::WebACL', config: { MetricName: 'a' } } },
    ),
  },
}
