import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/rule.ts'

export const functionKvsUnlinked = defineRule({
  id: 'function/kvs-unlinked',
  severity: 'error',
  summary: 'Code that reads a key value store has one associated.',
  why: 'cf.kvs() without an association fails at each run, and the viewer gets an error.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/kvs-with-functions.html',
  code: null,

  *check({ document }) {
    for (const { config, path, id } of resourcesOf(document, 'Function')) {
      const settings = known(config.FunctionConfig)
      const code = known(config.FunctionCode)
      if (
        code === undefined ||
        !/\bkvs\s*\(/.test(code) ||
        settings === undefined ||
        settings.KeyValueStoreAssociations?.length
      )
        continue
      yield {
        path: [...path, 'FunctionConfig', 'KeyValueStoreAssociations'],
        message: `“${id}” calls kvs() and has no key value store associated, so every run fails; associate one.`,
      }
    }
  },
})
