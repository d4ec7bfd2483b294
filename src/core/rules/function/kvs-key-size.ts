import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { quotaNumber } from '#core/model/quotas.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

const bytesIn = (text: string) => new TextEncoder().encode(text).length

export const functionKvsKeySize = defineRule({
  id: 'function/kvs-key-size',
  covers: ['quota/kvs-key-size', 'quota/kvs-value-size', 'quota/kvs-store-size'],
  severity: 'error',
  sees: 'shared',
  summary: 'A key or value of a key value store is too big.',
  why: 'A key has 1 to 512 bytes, a value up to 1 KB and a store up to 5 MB.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  code: 'EntitySizeLimitExceeded',

  *check({ document, account }) {
    const limits = {
      key: quotaNumber('kvs-key-size'),
      value: quotaNumber('kvs-value-size') * 1024,
      store: quotaNumber('kvs-store-size') * 1024 * 1024,
    }
    for (const { id, config, path } of resourcesOf(document, 'KeyValueStore')) {
      const name = known(config.Name)
      const stores = account?.keyValueStores
      const data = stores?.[id] ?? (name === undefined ? undefined : stores?.[name])
      let total = 0
      for (const [key, value] of Object.entries(data ?? {})) {
        const [keySize, valueSize] = [bytesIn(key), bytesIn(value)]
        total += keySize + valueSize
        if (keySize === 0 || keySize > limits.key)
          yield {
            path,
            message: `A key of “${id}” (“${key.slice(0, 40)}”) has ${keySize} bytes and CloudFront takes 1 to ${limits.key}; change it.`,
          }
        if (valueSize > limits.value)
          yield {
            path,
            message: `The value of “${key.slice(0, 40)}” in “${id}” has ${valueSize} bytes and CloudFront takes ${limits.value}; shorten it.`,
          }
      }
      if (total > limits.store)
        yield {
          path,
          message: `“${id}” has ${total} bytes and CloudFront takes ${limits.store} in one key value store; spread them over several.`,
        }
    }
  },
})
