import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const functionKvsCount = defineRule({
  id: 'function/kvs-count',
  severity: 'error',
  summary: 'A function has at most one key value store.',
  why: 'One is the quota; a second association is refused.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  code: 'EntityLimitExceeded',

  *check({ document }) {
    for (const { config, path, id } of resourcesOf(document, 'Function')) {
      const settings = known(config.FunctionConfig)
      const stores = settings?.KeyValueStoreAssociations ?? []
      if (stores.length < 2) continue
      yield {
        path: [...path, 'FunctionConfig', 'KeyValueStoreAssociations'],
        message: `“${id}” has ${stores.length} key value stores and CloudFront takes one; put the keys into one store.`,
      }
    }
  },
})
