import { distributionsIn, originGroupsOf } from '#core/model/distribution.ts'
import { known, knownItems } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const groupMembersDistinct = defineRule({
  id: 'group/members-distinct',
  severity: 'warning',
  summary: 'Both members of an origin group are the same origin.',
  why: 'Failing over to the same origin does not help, and CloudFront may refuse it.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginGroupMembers.html',
  code: null,

  *check({ document }) {
    for (const distribution of distributionsIn(document))
      for (const { value: group, path } of originGroupsOf(distribution)) {
        const name = nameOf(group.Id)
        const members = knownItems(group.Members)
          .map((one) => known(one.OriginId))
          .filter((one) => one !== undefined)
        if (new Set(members).size === members.length) continue
        yield {
          path: [...path, 'Members'],
          message: `The group “${name}” has “${members[0]}” twice, so there is nothing to fail over to; choose another secondary.`,
        }
      }
  },
})
