import type { DesignDocument } from '#core/model/document.ts'
import type { Json } from '#core/model/field.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const guarded = (...Rules: Json[]): DesignDocument =>
  distribution(
    { WebACLId: { ref: 'Acl', attribute: 'Arn' } },
    { Acl: { type: 'AWS::WAFv2::WebACL', config: { Scope: 'CLOUDFRONT', Rules } } },
  )
const managedGroup = (Name: string): Json => ({
  Name,
  Priority: 1,
  Statement: { ManagedRuleGroupStatement: { VendorName: 'AWS', Name } },
})

export const examples: RuleExamples = {
  valid: {
    'has the group': guarded(managedGroup('AWSManagedRulesKnownBadInputsRuleSet')),
    'a web ACL of the account': distribution({
      WebACLId: 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/a/11111111-2222-3333-4444-555555555555',
    }),
    'rules that the deployment decides': guarded({
      unknown: '!If [Strict, …]',
      expression: { 'Fn::If': [] },
    }),
  },
  invalid: {
    'another group': guarded(managedGroup('AWSManagedRulesCommonRuleSet')),
    'no rules': guarded(),
  },
}
