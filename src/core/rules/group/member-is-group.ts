import { distributionsIn, originGroupsOf } from '#core/model/distribution.ts'
import { known, knownItems } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const groupMemberIsGroup = defineRule({
  id: 'group/member-is-group',
  severity: 'error',
  summary: 'An origin group is a member of an origin group.',
  why: 'A group holds two origins; CloudFront refuses one that contains a group.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginGroupMember.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const distribution of distributionsIn(document))
      for (const { value: group, path } of originGroupsOf(distribution)) {
        const name = nameOf(group.Id)
        const members = knownItems(group.Members)
          .map((one) => known(one.OriginId))
          .filter((one) => one !== undefined)
        const groups = originGroupsOf(distribution).map(({ value }) => known(value.Id))
        const inner = members.find((one) => groups.includes(one))
        if (inner !== undefined)
          yield {
            path: [...path, 'Members'],
            message: `The group “${name}” contains the group “${inner}”, which CloudFront refuses; name origins.`,
          }
      }
  },
})
