import { distributionsIn, originGroupsOf, originsOf } from '#core/model/distribution.ts'
import { known, knownItems } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const groupSameHost = defineRule({
  id: 'group/same-host',
  severity: 'warning',
  summary: 'Both members of an origin group are the same server.',
  why: 'Failing over to the same host and path does not help.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html',
  code: null,

  *check({ document }) {
    for (const distribution of distributionsIn(document))
      for (const { value: group, path } of originGroupsOf(distribution)) {
        const name = nameOf(group.Id)
        const members = knownItems(group.Members)
          .map((one) => known(one.OriginId))
          .filter((one) => one !== undefined)
        const hosts = members
          .map((one) => originsOf(distribution).find(({ value }) => known(value.Id) === one)?.value)
          .map((one) => known(one?.DomainName) && `${known(one?.DomainName)}${known(one?.OriginPath) ?? ''}`)
        if (members.length === 2 && members[0] !== members[1] && hosts[0] && hosts[0] === hosts[1])
          yield {
            path: [...path, 'Members'],
            message: `Both members of “${name}” are “${hosts[0]}”, so failing over does not help; use another server.`,
          }
      }
  },
})
