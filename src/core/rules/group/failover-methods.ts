import { distributionsIn, originGroupsOf } from '#core/model/distribution.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const groupFailoverMethods = defineRule({
  id: 'group/failover-methods',
  severity: 'info',
  summary: 'Failover happens only for GET, HEAD and OPTIONS.',
  why: 'Only GET, HEAD and OPTIONS requests fail over.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html',
  code: null,

  *check({ document }) {
    for (const distribution of distributionsIn(document))
      for (const { value: group, path } of originGroupsOf(distribution)) {
        const name = nameOf(group.Id)
        yield { path, message: `Only GET, HEAD and OPTIONS requests to “${name}” fail over.` }
      }
  },
})
