import type { DesignDocument } from '#core/model/document.ts'
import { combine, removeAt } from '#core/model/edit.ts'
import { isUnknown } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

/** The tool that leaves the legacy settings out by itself, where the source is one's. */
function toolOf({ source }: DesignDocument): string | undefined {
  if (source?.format.startsWith('cloudformation')) return 'CloudFormation'
  return source?.format.startsWith('terraform') ? 'Terraform' : undefined
}

export const behaviorPolicyAndTtl = defineRule({
  id: 'behavior/policy-and-ttl',
  severity: 'error',
  sees: 'behavior',
  summary: 'A behavior has both a cache policy and TTLs of its own.',
  why: 'The policy replaces the legacy settings. The API refuses both together; CloudFormation and Terraform do not send the legacy ones.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/controlling-the-cache-key.html',
  code: 'InvalidArgument',

  *check({ document }) {
    const tool = toolOf(document)
    const severity = tool === undefined ? 'error' : 'info'
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      if (behavior.CachePolicyId === undefined || behavior.CachePolicyId === '') continue
      if (isUnknown(behavior.CachePolicyId)) continue
      const present = (['MinTTL', 'DefaultTTL', 'MaxTTL'] as const).filter(
        (name) => behavior[name] !== undefined && !isUnknown(behavior[name]),
      )
      if (present.length === 0) continue
      yield {
        path: [...path, present[0] ?? ''],
        severity,
        message: `${behaviorName(placed)} has a cache policy and ${present.join(', ')}, which ${tool === undefined ? 'CloudFront refuses' : `${tool} does not send`}; remove the legacy settings.`,
        fix: combine(
          'Remove the legacy settings',
          present.map((name) => removeAt([...path, name])),
        ),
      }
    }
  },
})
