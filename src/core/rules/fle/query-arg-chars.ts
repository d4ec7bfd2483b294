import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const fleQueryArgChars = defineRule({
  id: 'fle/query-arg-chars',
  severity: 'error',
  sees: 'shared',
  summary: 'A query argument is not valid.',
  why: 'CloudFront refuses other characters and spaces in the names that choose a profile.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/field-level-encryption.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'FieldLevelEncryptionConfig'))
      for (const [index, item] of (known(config.QueryArgProfileConfig)?.QueryArgProfiles ?? []).entries()) {
        const name = known(known(item)?.QueryArg)
        if (name === undefined || /^[A-Za-z0-9\-._*+%]{1,128}$/.test(name)) continue
        yield {
          path: [...path, 'QueryArgProfileConfig', 'QueryArgProfiles', index, 'QueryArg'],
          message: `“${name}” of “${id}” is not a query argument that CloudFront takes here; use up to 128 letters, digits and -._*+%.`,
        }
      }
  },
})
