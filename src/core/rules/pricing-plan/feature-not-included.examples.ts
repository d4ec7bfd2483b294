import type { DesignDocument } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution, managed } from '#fixtures/build.ts'

const subscribed = (PlanTier: string, config: Parameters<typeof distribution>[0] = {}): DesignDocument =>
  distribution(
    {
      DefaultCacheBehavior: defaultBehavior('web', { CachePolicyId: managed.cachingOptimized }),
      WebACLId: { ref: 'Acl', attribute: 'Arn' },
      ...config,
    },
    {
      Acl: { type: 'AWS::WAFv2::WebACL', config: { Scope: 'CLOUDFRONT', DefaultAction: { Allow: {} } } },
      Subscription: {
        type: 'AWS::PricingPlanManager::Subscription',
        config: {
          PlanFamily: 'CloudFront',
          PlanTier,
          ResourceArns: [
            { unknown: '!Sub …', expression: { 'Fn::Sub': '…' }, refs: ['Site'] },
            { ref: 'Acl', attribute: 'Arn' },
          ],
        },
      },
    },
  )
const logged = { Logging: { Enabled: true, Bucket: 'logs.s3.amazonaws.com', Prefix: 'site/' } }

export const examples: RuleExamples = {
  valid: {
    'what every plan has': subscribed('FREE'),
    'logs in a plan that has them': subscribed('PRO', logged),
    'no subscription': distribution({ AnycastIpListId: 'aip_1' }),
  },
  invalid: {
    'logs in the Free plan': subscribed('FREE', logged),
    'what no plan has': subscribed('PREMIUM', { AnycastIpListId: 'aip_1' }),
  },
}
