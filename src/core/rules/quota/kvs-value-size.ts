import { resourcesOf } from '#core/model/distribution.ts'
import { quotaNumber } from '#core/model/quotas.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { bytesIn, storeData } from '#core/rules/lookup/key-value-stores.ts'

export const quotaKvsValueSize = defineQuotaRule({
  name: 'kvs-value-size',
  scope: 'design',
  summary: 'A value of a key value store has at most 1 KB.',
  counted: 'bytes in a value',
  code: 'EntitySizeLimitExceeded',
  isLength: true,

  *usages({ document, account }) {
    const limit = quotaNumber('kvs-value-size') * 1024
    for (const { id, config, path } of resourcesOf(document, 'KeyValueStore'))
      for (const [key, value] of storeData(account, id, config.Name))
        yield { owner: `“${key}” of “${id}”`, used: bytesIn(value), limit, path }
  },
})
