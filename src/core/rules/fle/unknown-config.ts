import { isRef } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { encryptedBehaviors } from '#core/rules/lookup/field-level-encryption.ts'
import { behaviorName } from '#core/rules/lookup/walk.ts'

export const fleUnknownConfig = defineRule({
  id: 'fle/unknown-config',
  severity: 'error',
  sees: 'behavior',
  summary: 'The field-level encryption configuration does not exist.',
  why: 'A reference to another kind of resource gives an id that CloudFront does not know as a configuration; the profile is not it.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/field-level-encryption.html',
  code: 'NoSuchFieldLevelEncryptionConfig',

  *check({ document }) {
    for (const placed of encryptedBehaviors(document)) {
      const { FieldLevelEncryptionId: id } = placed.behavior
      const target = isRef(id) ? document.resources[id.ref] : undefined
      if (!isRef(id) || !target || target.type === 'FieldLevelEncryptionConfig') continue
      yield {
        path: [...placed.path, 'FieldLevelEncryptionId'],
        message: `“${id.ref}” is not a field-level encryption configuration, so CloudFront answers NoSuchFieldLevelEncryptionConfig for ${behaviorName(placed)}; name a configuration, which in turn names the profile.`,
      }
    }
  },
})
