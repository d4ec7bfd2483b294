import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'

export const fleQueryArgCount = defineQuotaRule({
  id: 'fle/query-arg-count',
  name: 'fle-query-arg-profiles-per-config',
  scope: 'design',
  sees: 'shared',
  summary: 'A field-level encryption configuration maps too many query arguments.',
  counted: 'query argument profiles',
  code: 'TooManyFieldLevelEncryptionQueryArgProfiles',

  *usages({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'FieldLevelEncryptionConfig')) {
      const used = (known(config.QueryArgProfileConfig)?.QueryArgProfiles ?? []).length
      yield { owner: `“${id}”`, used, path: [...path, 'QueryArgProfileConfig', 'QueryArgProfiles'] }
    }
  },
})
