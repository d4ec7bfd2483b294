import { distributionsIn, originGroupsOf, originsOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const groupIdUnique = defineRule({
  id: 'group/id-unique',
  severity: 'error',
  summary: 'The id of a group is its own.',
  why: 'Behaviors target origins and groups by the same ids.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginGroup.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const distribution of distributionsIn(document))
      for (const { value: group, path } of originGroupsOf(distribution)) {
        const name = nameOf(group.Id)
        const own = known(group.Id)
        const clash =
          originsOf(distribution).some(({ value }) => known(value.Id) === own) ||
          originGroupsOf(distribution).some(
            (one) => known(one.value.Id) === own && Number(one.path.at(-1)) < Number(path.at(-1)),
          )
        if (own !== undefined && clash)
          yield {
            path: [...path, 'Id'],
            message: `“${name}” is also the id of another target, which CloudFront refuses; rename the group.`,
            fix: setAt([...path, 'Id'], `${own}-group-${Number(path.at(-1)) + 1}`, 'Rename the group'),
          }
      }
  },
})
