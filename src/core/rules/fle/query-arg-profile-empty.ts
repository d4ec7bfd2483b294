import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const fleQueryArgProfileEmpty = defineRule({
  id: 'fle/query-arg-profile-empty',
  severity: 'error',
  sees: 'shared',
  summary: 'A query argument of field-level encryption has no profile.',
  why: 'A query argument without ProfileId is answered with QueryArgProfileEmpty.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_QueryArgProfile.html',
  code: 'QueryArgProfileEmpty',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'FieldLevelEncryptionConfig'))
      for (const [index, item] of (known(config.QueryArgProfileConfig)?.QueryArgProfiles ?? []).entries()) {
        const mapping = known(item)
        if (!mapping || (mapping.ProfileId !== undefined && mapping.ProfileId !== '')) continue
        yield {
          path: [...path, 'QueryArgProfileConfig', 'QueryArgProfiles', index, 'ProfileId'],
          message: `The query argument “${nameOf(mapping.QueryArg)}” of “${id}” has no profile, so CloudFront answers QueryArgProfileEmpty; name one.`,
        }
      }
  },
})
