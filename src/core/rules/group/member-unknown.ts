import { distributionsIn, originGroupsOf, originsOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { isUnknown, isWhollyKnown, known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { closestTo } from '#core/rules/lookup/closest.ts'

export const groupMemberUnknown = defineRule({
  id: 'group/member-unknown',
  severity: 'error',
  summary: 'A member of an origin group does not exist.',
  why: 'CloudFront looks members up by origin id.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginGroupMember.html',
  code: 'NoSuchOrigin',

  *check({ document }) {
    for (const distribution of distributionsIn(document))
      for (const { value: group, path } of originGroupsOf(distribution)) {
        const name = nameOf(group.Id)

        if (!isWhollyKnown(distribution.config.Origins)) continue
        if (originsOf(distribution).some(({ value }) => isUnknown(value.Id))) continue
        const ids = originsOf(distribution).map(({ value }) => nameOf(value.Id))
        for (const [index, member] of (group.Members ?? []).entries()) {
          const id = known(known(member)?.OriginId)
          if (id === undefined || ids.includes(id)) continue
          const guess = closestTo(id, ids)
          const field = [...path, 'Members', index, 'OriginId']
          yield {
            path: field,
            message: `The group “${name}” names the origin “${id}”, which the distribution does not have; CloudFront answers NoSuchOrigin.`,
            ...(guess && { fix: setAt(field, guess, `Use “${guess}”`) }),
          }
        }
      }
  },
})
