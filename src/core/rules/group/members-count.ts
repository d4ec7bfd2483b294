import { distributionsIn, originGroupsOf } from '#core/model/distribution.ts'
import { isWhollyKnown } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const groupMembersCount = defineRule({
  id: 'group/members-count',
  covers: ['quota/origin-group-members'],
  severity: 'error',
  summary: 'An origin group does not have two members.',
  why: 'A group is a primary and a secondary origin; CloudFront refuses any other number.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginGroup.html',
  code: 'InvalidArgument',
  alsoKnownAs: ['cfn-lint E3032'],

  *check({ document }) {
    for (const distribution of distributionsIn(document))
      for (const { value: group, path } of originGroupsOf(distribution)) {
        const name = nameOf(group.Id)

        const members = group.Members ?? []
        if (members.length === 2 || !isWhollyKnown(members)) continue
        yield {
          path: [...path, 'Members'],
          message: `The origin group “${name}” has ${members.length === 1 ? 'one member' : `${members.length} members`} and CloudFront wants two: a primary and a secondary origin.`,
        }
      }
  },
})
