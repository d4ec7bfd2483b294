import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { quotaNumber } from '#core/model/quotas.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const fleQueryArgCount = defineRule({
  id: 'fle/query-arg-count',
  severity: 'error',
  summary: 'A field-level encryption configuration maps at most five query arguments.',
  why: 'The quota for query argument profiles is five for each configuration.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  code: 'TooManyFieldLevelEncryptionQueryArgProfiles',

  *check({ document }) {
    const most = quotaNumber('fle-query-arg-profiles-per-config')
    for (const { id, config, path } of resourcesOf(document, 'FieldLevelEncryptionConfig')) {
      const count = (known(config.QueryArgProfileConfig)?.QueryArgProfiles ?? []).length
      if (count <= most) continue
      yield {
        path: [...path, 'QueryArgProfileConfig', 'QueryArgProfiles'],
        message: `“${id}” maps ${count} query arguments and CloudFront takes ${most}; remove some.`,
      }
    }
  },
})
