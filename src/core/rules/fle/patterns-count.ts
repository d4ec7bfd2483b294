import { resourcesOf } from '#core/model/distribution.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { entitiesIn } from '#core/rules/lookup/field-level-encryption.ts'

export const flePatternsCount = defineQuotaRule({
  id: 'fle/patterns-count',
  name: 'fle-fields-per-profile',
  scope: 'design',
  sees: 'shared',
  summary: 'A field-level encryption profile names too many fields.',
  counted: 'field patterns',
  code: 'TooManyFieldLevelEncryptionFieldPatterns',

  *usages({ document }) {
    for (const { id, path } of resourcesOf(document, 'FieldLevelEncryptionProfile')) {
      const used = [...entitiesIn(document)]
        .filter(({ profile }) => profile === id)
        .reduce((sum, { entity }) => sum + (entity.FieldPatterns ?? []).length, 0)
      yield { owner: `“${id}”`, used, path: [...path, 'EncryptionEntities'] }
    }
  },
})
