import type { Resource } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { foreign } from '#fixtures/build-resources.ts'

const acl = (Scope: unknown, more: object = {}) =>
  distribution(
    { WebACLId: { ref: 'Acl', attribute: 'Arn' } },
    { Acl: { ...foreign('AWS::WAFv2::WebACL', { Scope }), ...more } as Resource },
  )

export const examples: RuleExamples = {
  valid: {
    'of the design': acl('CLOUDFRONT', { region: 'us-east-1' }),
    'a scope that the deployment decides': acl({ unknown: '!Ref Scope', expression: { Ref: 'Scope' } }),
    global: distribution({
      WebACLId: 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/a/11111111-2222-3333-4444-555555555555',
    }),
  },
  invalid: {
    'made in another region': acl('CLOUDFRONT', { region: 'eu-west-1' }),
    'of the design': acl('REGIONAL'),
    regional: distribution({
      WebACLId: 'arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/a/11111111-2222-3333-4444-555555555555',
    }),
  },
}
