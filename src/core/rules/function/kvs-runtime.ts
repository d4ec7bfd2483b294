import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const functionKvsRuntime = defineRule({
  id: 'function/kvs-runtime',
  severity: 'error',
  sees: 'shared',
  summary: 'A function with a key value store does not use runtime 2.0.',
  why: 'Key value stores exist in runtime 2.0 only; CloudFront refuses the association with 1.0.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/kvs-with-functions-associate.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { config, path, id } of resourcesOf(document, 'Function')) {
      const settings = known(config.FunctionConfig)
      const runtime = known(settings?.Runtime)
      if (runtime !== 'cloudfront-js-1.0' || (settings?.KeyValueStoreAssociations ?? []).length === 0)
        continue
      const field = [...path, 'FunctionConfig', 'Runtime']
      yield {
        path: field,
        message: `“${id}” has a key value store and runtime 1.0, which CloudFront refuses; use “cloudfront-js-2.0”.`,
        fix: setAt(field, 'cloudfront-js-2.0', 'Use cloudfront-js-2.0'),
      }
    }
  },
})
