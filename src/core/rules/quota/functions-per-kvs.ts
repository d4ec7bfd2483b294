import { resourcesOf } from '#core/model/distribution.ts'
import { isUnknown, known, knownItems } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'

export const quotaFunctionsPerKvs = defineQuotaRule({
  name: 'functions-per-kvs',
  scope: 'account',
  summary: 'A key value store is linked to at most 10 functions.',
  counted: 'functions that are linked to it',
  code: 'EntityLimitExceeded',

  *usages({ document }) {
    const users = new Map<string, Path[]>()
    for (const { config, path } of resourcesOf(document, 'Function'))
      for (const item of knownItems(known(config.FunctionConfig)?.KeyValueStoreAssociations)) {
        const { KeyValueStoreARN: arn } = item
        if (arn === undefined || isUnknown(arn)) continue
        users.set(nameOf(arn), [...(users.get(nameOf(arn)) ?? []), [...path, 'FunctionConfig']])
      }
    for (const [name, paths] of users)
      yield { owner: `“${name}”`, used: paths.length, path: paths.at(-1) ?? [] }
  },
})
