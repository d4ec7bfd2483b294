import { resourcesOf } from '#core/model/distribution.ts'
import { quotaNumber } from '#core/model/quotas.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { entitiesIn } from '#core/rules/lookup/field-level-encryption.ts'

export const flePatternsCount = defineRule({
  id: 'fle/patterns-count',
  severity: 'error',
  summary: 'A field-level encryption profile names at most ten fields.',
  why: 'The quota is ten field patterns for each profile.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  code: 'TooManyFieldLevelEncryptionFieldPatterns',

  *check({ document }) {
    const most = quotaNumber('fle-fields-per-profile')
    for (const { id, path } of resourcesOf(document, 'FieldLevelEncryptionProfile')) {
      const count = [...entitiesIn(document)]
        .filter(({ profile }) => profile === id)
        .reduce((sum, { entity }) => sum + (entity.FieldPatterns ?? []).length, 0)
      if (count <= most) continue
      yield {
        path: [...path, 'EncryptionEntities'],
        message: `“${id}” names ${count} fields and CloudFront takes ${most} for each profile; use a pattern with * at its end or a second profile.`,
      }
    }
  },
})
