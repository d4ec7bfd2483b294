import type { DesignDocument, DistributionConfig } from '#core/model/document.ts'
import type { JsonObject } from '#core/model/field.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const site = { unknown: '!Sub …', expression: { 'Fn::Sub': '…' }, refs: ['Site'] } as const
const acl = { ref: 'Acl', attribute: 'Arn' } as const

const subscribed = (ResourceArns: readonly JsonObject[], config: DistributionConfig): DesignDocument =>
  distribution(config, {
    Acl: { type: 'AWS::WAFv2::WebACL', config: { Scope: 'CLOUDFRONT', DefaultAction: { Allow: {} } } },
    Subscription: {
      type: 'AWS::PricingPlanManager::Subscription',
      config: { PlanFamily: 'CloudFront', PlanTier: 'PREMIUM', ResourceArns },
    },
  })

export const examples: RuleExamples = {
  valid: {
    'a distribution and its web ACL': subscribed([{ ...site }, { ...acl }], { WebACLId: acl }),
    'no subscription': distribution(),
  },
  invalid: {
    'no web ACL in the subscription': subscribed([{ ...site }], { WebACLId: acl }),
    'no web ACL at the distribution': subscribed([{ ...site }, { ...acl }], {}),
  },
}
