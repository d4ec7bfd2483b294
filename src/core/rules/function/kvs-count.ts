import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'

export const functionKvsCount = defineQuotaRule({
  id: 'function/kvs-count',
  name: 'kvs-per-function',
  scope: 'design',
  sees: 'shared',
  summary: 'A function has more than one key value store.',
  counted: 'key value stores',
  code: 'EntityLimitExceeded',

  *usages({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'Function')) {
      const used = (known(config.FunctionConfig)?.KeyValueStoreAssociations ?? []).length
      yield { owner: `“${id}”`, used, path: [...path, 'FunctionConfig', 'KeyValueStoreAssociations'] }
    }
  },
})
