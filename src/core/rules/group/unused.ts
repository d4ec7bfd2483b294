import { behaviorsOf, distributionsIn, originGroupsOf } from '#core/model/distribution.ts'
import { removeAt } from '#core/model/edit.ts'
import { isExpression, isWhollyKnown } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const groupUnused = defineRule({
  id: 'group/unused',
  severity: 'info',
  profiles: ['recommended'],
  summary: 'An origin group is not the target of any behavior.',
  why: 'A group that no behavior targets does nothing.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html',
  code: null,

  *check({ document }) {
    for (const distribution of distributionsIn(document))
      for (const { value: group, path } of originGroupsOf(distribution)) {
        const name = nameOf(group.Id)
        const targets = behaviorsOf(distribution).map(({ behavior }) => behavior.TargetOriginId)
        if (targets.some(isExpression) || isExpression(group.Id) || targets.includes(group.Id)) continue
        const { CacheBehaviors: ordered, DefaultCacheBehavior: fallback } = distribution.config
        if (!isWhollyKnown(ordered) || isExpression(fallback)) continue
        yield {
          path,
          message: `No behavior targets the group “${name}”, so nothing fails over; target it or remove it.`,
          suggestions: [removeAt(path, `Remove “${name}”`)],
        }
      }
  },
})
