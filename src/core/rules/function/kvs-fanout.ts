import { resourcesOf } from '#core/model/distribution.ts'
import { isUnknown, known } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import { quotaNumber } from '#core/model/quotas.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const functionKvsFanout = defineRule({
  id: 'function/kvs-fanout',
  covers: ['quota/functions-per-kvs'],
  severity: 'error',
  sees: 'shared',
  summary: 'A key value store is linked to too many functions.',
  why: 'The quota is ten functions for each key value store and cannot be raised.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  code: 'EntityLimitExceeded',

  *check({ document }) {
    const most = quotaNumber('functions-per-kvs')
    const linked = new Map<string, Path[]>()
    for (const { config, path } of resourcesOf(document, 'Function'))
      for (const [index, item] of (known(config.FunctionConfig)?.KeyValueStoreAssociations ?? []).entries()) {
        const arn = known(item)?.KeyValueStoreARN
        if (arn === undefined || isUnknown(arn)) continue
        const name = nameOf(arn)
        linked.set(name, [
          ...(linked.get(name) ?? []),
          [...path, 'FunctionConfig', 'KeyValueStoreAssociations', index],
        ])
      }
    for (const [name, paths] of linked) {
      const first = paths[most]
      if (!first) continue
      yield {
        path: first,
        message: `“${name}” is linked to ${paths.length} functions and CloudFront takes ${most}; share functions between behaviors, or copy the store.`,
      }
    }
  },
})
