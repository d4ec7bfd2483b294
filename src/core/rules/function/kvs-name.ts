import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const functionKvsName = defineRule({
  id: 'function/kvs-name',
  covers: ['quota/kvs-name-length-max'],
  severity: 'error',
  sees: 'shared',
  summary: 'A key value store has no valid name.',
  why: 'CloudFront refuses other characters, and the name cannot be changed later.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateKeyValueStore.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'KeyValueStore')) {
      const name = known(config.Name)
      if (name === undefined || /^[a-zA-Z0-9-_]{1,64}$/.test(name)) continue
      const field = [...path, 'Name']
      const slug = name.replace(/[^a-zA-Z0-9-_]+/g, '-').slice(0, 64) || 'store'
      yield {
        path: field,
        message: `“${name}” of “${id}” is not a name that CloudFront takes for a key value store; use up to 64 letters, digits, - and _.`,
        fix: setAt(field, slug, `Use “${slug}”`),
      }
    }
  },
})
