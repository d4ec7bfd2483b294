import { distributionsIn, originGroupsOf } from '#core/model/distribution.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'

export const quotaOriginGroupMembers = defineQuotaRule({
  name: 'origin-group-members',
  scope: 'design',
  summary: 'An origin group has two members.',
  counted: 'members',
  code: 'InvalidArgument',

  *usages({ document }) {
    for (const distribution of distributionsIn(document))
      for (const { value: group, path } of originGroupsOf(distribution))
        yield {
          owner: `“${nameOf(group.Id)}”`,
          used: (group.Members ?? []).length,
          path: [...path, 'Members'],
        }
  },
})
