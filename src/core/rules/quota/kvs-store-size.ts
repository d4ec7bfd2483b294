import { resourcesOf } from '#core/model/distribution.ts'
import { quotaNumber } from '#core/model/quotas.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { bytesIn, storeData } from '#core/rules/lookup/key-value-stores.ts'

export const quotaKvsStoreSize = defineQuotaRule({
  name: 'kvs-store-size',
  scope: 'design',
  summary: 'A key value store holds at most 5 MB.',
  counted: 'bytes',
  code: 'EntitySizeLimitExceeded',

  *usages({ document, account }) {
    const limit = quotaNumber('kvs-store-size') * 1024 * 1024
    for (const { id, config, path } of resourcesOf(document, 'KeyValueStore')) {
      const data = storeData(account, id, config.Name)
      const used = data.reduce((sum, [key, value]) => sum + bytesIn(key) + bytesIn(value), 0)
      yield { owner: `“${id}”`, used, limit, path }
    }
  },
})
