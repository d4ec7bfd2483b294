import { resourcesOf } from '#core/model/distribution.ts'
import { isRef, known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const fleProfileUnknown = defineRule({
  id: 'fle/profile-unknown',
  severity: 'error',
  sees: 'shared',
  summary: 'The field-level encryption profile does not exist.',
  why: 'ProfileId is the id of a profile; a reference to another kind of resource is answered with NoSuchFieldLevelEncryptionProfile.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/field-level-encryption.html',
  code: 'NoSuchFieldLevelEncryptionProfile',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'FieldLevelEncryptionConfig')) {
      const lists = [
        [
          'ContentTypeProfileConfig',
          'ContentTypeProfiles',
          known(config.ContentTypeProfileConfig)?.ContentTypeProfiles,
        ],
        ['QueryArgProfileConfig', 'QueryArgProfiles', known(config.QueryArgProfileConfig)?.QueryArgProfiles],
      ] as const
      for (const [outer, inner, items] of lists)
        for (const [index, item] of (items ?? []).entries()) {
          const profile: unknown = known(item)?.ProfileId
          const target = isRef(profile) ? document.resources[profile.ref] : undefined
          if (!isRef(profile) || !target || target.type === 'FieldLevelEncryptionProfile') continue
          yield {
            path: [...path, outer, inner, index, 'ProfileId'],
            message: `“${profile.ref}” in “${id}” is not a field-level encryption profile, so CloudFront answers NoSuchFieldLevelEncryptionProfile; name a profile.`,
          }
        }
    }
  },
})
