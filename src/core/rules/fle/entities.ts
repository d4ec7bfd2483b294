import { resourcesOf } from '#core/model/distribution.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const fleEntities = defineRule({
  id: 'fle/entities',
  severity: 'error',
  sees: 'shared',
  summary: 'A field-level encryption profile does not have exactly one encryption entity.',
  why: 'A profile without one is refused; that it takes one only is not written down by AWS, so a second is a warning.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_EncryptionEntities.html',
  code: 'TooManyFieldLevelEncryptionEncryptionEntities',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'FieldLevelEncryptionProfile')) {
      const entities = config.EncryptionEntities ?? []
      if (entities.length === 1) continue
      yield {
        path: [...path, 'EncryptionEntities'],
        message:
          entities.length === 0
            ? `“${id}” encrypts nothing, so CloudFront refuses it; add a public key with the fields it encrypts.`
            : `“${id}” has ${entities.length} encryption entities, and CloudFront may take one only; use a profile for each public key.`,
        severity: entities.length === 0 ? 'error' : 'warning',
      }
    }
  },
})
