import { resourcesOf } from '#core/model/distribution.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { bytesIn, storeData } from '#core/rules/lookup/key-value-stores.ts'

export const quotaKvsKeySize = defineQuotaRule({
  name: 'kvs-key-size',
  scope: 'design',
  summary: 'A key of a key value store has at most 512 bytes.',
  counted: 'bytes in a key',
  code: 'EntitySizeLimitExceeded',
  isLength: true,

  *usages({ document, account }) {
    for (const { id, config, path } of resourcesOf(document, 'KeyValueStore'))
      for (const [key] of storeData(account, id, config.Name))
        yield { owner: `“${id}”`, used: bytesIn(key), path }
  },
})
