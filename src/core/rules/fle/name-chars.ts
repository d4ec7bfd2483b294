import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const fleNameChars = defineRule({
  id: 'fle/name-chars',
  severity: 'error',
  sees: 'shared',
  summary: 'A field-level encryption profile has no valid name.',
  why: 'CloudFront refuses spaces and other characters in the name.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/field-level-encryption.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'FieldLevelEncryptionProfile')) {
      const name = known(config.Name)
      if (name === undefined || /^[A-Za-z0-9_-]{1,128}$/.test(name)) continue
      const field = [...path, 'Name']
      const slug = name.replace(/[^A-Za-z0-9_-]+/g, '-').slice(0, 128) || 'profile'
      yield {
        path: field,
        message: `“${name}” of “${id}” is not a name that CloudFront takes for a profile; use up to 128 letters, digits, _ and -.`,
        fix: setAt(field, slug, `Use “${slug}”`),
      }
    }
  },
})
