import { resourcesOf } from '#core/model/distribution.ts'
import { isUnknown } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'

export const quotaConnectionGroupsPerAnycastIpList = defineQuotaRule({
  name: 'connection-groups-per-anycast-ip-list',
  scope: 'account',
  sees: 'shared',
  summary: 'An Anycast static IP list is used by more than 5 connection groups.',
  counted: 'connection groups that use it',
  code: null,

  *usages({ document }) {
    const users = new Map<string, Path[]>()
    for (const { config, path } of resourcesOf(document, 'ConnectionGroup')) {
      const { AnycastIpListId: list } = config
      if (list === undefined || list === '' || isUnknown(list)) continue
      users.set(nameOf(list), [...(users.get(nameOf(list)) ?? []), [...path, 'AnycastIpListId']])
    }
    for (const [name, paths] of users)
      yield { owner: `“${name}”`, used: paths.length, path: paths.at(-1) ?? [] }
  },
})
