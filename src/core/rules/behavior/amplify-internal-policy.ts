import { known } from '#core/model/field.ts'
import { managedPolicies } from '#core/model/managed-policies.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorAmplifyInternalPolicy = defineRule({
  id: 'behavior/amplify-internal-policy',
  severity: 'warning',
  sees: 'behavior',
  summary: 'A behavior uses a cache policy that is meant for AWS Amplify.',
  why: 'AWS keeps these policies for Amplify Hosting and changes them without notice.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html',
  code: null,

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      const id = known(behavior.CachePolicyId)
      const policy = managedPolicies('CachePolicy').find((one) => one.id === id)
      if (!policy || policy.attachable) continue
      yield {
        path: [...path, 'CachePolicyId'],
        message: `${behaviorName(placed)} uses “${policy.name}”, which AWS keeps for Amplify; use CachingOptimized or a policy of your own.`,
      }
    }
  },
})
