import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const cachePolicyNameManagedPrefix = defineRule({
  id: 'cache-policy/name-managed-prefix',
  severity: 'info',
  sees: 'shared',
  summary: 'A custom policy is named like a managed one.',
  why: 'Names that begin with Managed- look like policies of AWS.',
  docs: null,
  code: null,

  *check({ document }) {
    for (const { config, path } of resourcesOf(document, 'CachePolicy')) {
      const name = known(config.Name)
      if (!name?.startsWith('Managed-')) continue
      yield {
        path: [...path, 'Name'],
        message: `“${name}” looks like a policy of AWS; drop the prefix.`,
        suggestions: [setAt([...path, 'Name'], name.slice(8), 'Drop the prefix')],
      }
    }
  },
})
