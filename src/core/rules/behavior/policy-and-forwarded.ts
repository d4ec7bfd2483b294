import { combine, removeAt } from '#core/model/edit.ts'
import { isUnknown } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorPolicyAndForwarded = defineRule({
  id: 'behavior/policy-and-forwarded',
  severity: 'error',
  sees: 'behavior',
  summary: 'A behavior has both a cache policy and ForwardedValues.',
  why: 'The policy replaces the legacy settings. The API and Terraform refuse both together; CloudFormation ignores the legacy ones.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/controlling-the-cache-key.html',
  code: 'InvalidArgument',
  alsoKnownAs: ['cfn-lint W3704'],

  *check({ document }) {
    const severity = document.source?.format.startsWith('cloudformation') ? 'warning' : 'error'
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      if (behavior.CachePolicyId === undefined || behavior.CachePolicyId === '') continue
      if (isUnknown(behavior.CachePolicyId)) continue
      const present = (['ForwardedValues'] as const).filter(
        (name) => behavior[name] !== undefined && !isUnknown(behavior[name]),
      )
      if (present.length === 0) continue
      yield {
        path: [...path, present[0] ?? ''],
        severity,
        message: `${behaviorName(placed)} has a cache policy and ${present.join(', ')}, which ${severity === 'error' ? 'CloudFront refuses' : 'CloudFormation ignores and the API refuses'}; remove the legacy settings.`,
        fix: combine(
          'Remove the legacy settings',
          present.map((name) => removeAt([...path, name])),
        ),
      }
    }
  },
})
