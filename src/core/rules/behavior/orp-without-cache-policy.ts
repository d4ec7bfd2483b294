import { setAt } from '#core/model/edit.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorOrpWithoutCachePolicy = defineRule({
  id: 'behavior/orp-without-cache-policy',
  severity: 'error',
  sees: 'behavior',
  summary: 'An origin request policy is set without a cache policy.',
  why: 'CloudFront refuses an origin request policy in a behavior with legacy settings.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/controlling-origin-requests.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      const { OriginRequestPolicyId: policy } = behavior
      if (
        policy === undefined ||
        policy === '' ||
        (behavior.CachePolicyId !== undefined && behavior.CachePolicyId !== '')
      )
        continue
      yield {
        path: [...path, 'OriginRequestPolicyId'],
        message: `${behaviorName(placed)} has an origin request policy without a cache policy, so CloudFront refuses it; attach a cache policy.`,
        suggestions: [
          setAt([...path, 'CachePolicyId'], '4135ea2d-6df8-44a3-9df3-4b5a84be39ad', 'Attach CachingDisabled'),
        ],
      }
    }
  },
})
