import { originGroupsOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known, knownItems } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorGroupWriteMethods = defineRule({
  id: 'behavior/group-write-methods',
  severity: 'error',
  sees: 'behavior',
  summary: 'A behavior with an origin group allows write methods.',
  why: 'Failover needs requests that can be sent twice: CloudFront refuses PUT, POST, PATCH and DELETE with an origin group.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const target = known(placed.behavior.TargetOriginId)
      const isGroup = originGroupsOf(placed.distribution).some(
        ({ value }) => target !== undefined && known(value.Id) === target,
      )
      const writing = knownItems(known(placed.behavior.AllowedMethods)?.Items).filter((method) =>
        ['PUT', 'POST', 'PATCH', 'DELETE'].includes(method),
      )
      if (!isGroup || writing.length === 0) continue
      const field = [...placed.path, 'AllowedMethods', 'Items']
      yield {
        path: field,
        message: `${behaviorName(placed)} targets the origin group “${target}” and allows ${writing.join(', ')}, which CloudFront refuses; allow GET, HEAD and OPTIONS.`,
        suggestions: [setAt(field, ['GET', 'HEAD', 'OPTIONS'], 'Allow GET, HEAD, OPTIONS')],
      }
    }
  },
})
