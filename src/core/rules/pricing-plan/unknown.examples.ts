import type { DesignDocument } from '#core/model/document.ts'
import type { JsonObject } from '#core/model/field.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const subscribed = (more: JsonObject): DesignDocument =>
  distribution(
    { WebACLId: { ref: 'Acl', attribute: 'Arn' } },
    {
      Acl: { type: 'AWS::WAFv2::WebACL', config: { Scope: 'CLOUDFRONT', DefaultAction: { Allow: {} } } },
      Subscription: {
        type: 'AWS::PricingPlanManager::Subscription',
        config: {
          PlanFamily: 'CloudFront',
          PlanTier: 'PREMIUM',
          ResourceArns: [
            { unknown: '!Sub …', expression: { 'Fn::Sub': '…' }, refs: ['Site'] },
            { ref: 'Acl', attribute: 'Arn' },
          ],
          ...more,
        },
      },
    },
  )

export const examples: RuleExamples = {
  valid: {
    'the default level': subscribed({ UsageLevel: 'DEFAULT' }),
    'a level of Premium': subscribed({ UsageLevel: 'CF_PREMIUM_L3' }),
    'left to the deployment': subscribed({ PlanTier: { unknown: '!Ref Tier', expression: { Ref: 'Tier' } } }),
  },
  invalid: {
    'another family': subscribed({ PlanFamily: 'S3' }),
    'another tier': subscribed({ PlanTier: 'Pro' }),
    'another level': subscribed({ UsageLevel: 'L2' }),
    'a level of another plan': subscribed({ PlanTier: 'BUSINESS', UsageLevel: 'CF_PREMIUM_L2' }),
  },
}
