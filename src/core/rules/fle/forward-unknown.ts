import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const fleForwardUnknown = defineRule({
  id: 'fle/forward-unknown',
  severity: 'warning',
  sees: 'shared',
  profiles: ['security'],
  summary: 'What cannot be encrypted is sent to the origin in the clear.',
  why: 'With ForwardWhen…IsUnknown true a request with another content type or query argument reaches the origin with its fields in plain text.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/field-level-encryption.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'FieldLevelEncryptionConfig')) {
      const switches = [
        [
          'ContentTypeProfileConfig',
          'ForwardWhenContentTypeIsUnknown',
          known(config.ContentTypeProfileConfig)?.ForwardWhenContentTypeIsUnknown,
          'another content type',
        ],
        [
          'QueryArgProfileConfig',
          'ForwardWhenQueryArgProfileIsUnknown',
          known(config.QueryArgProfileConfig)?.ForwardWhenQueryArgProfileIsUnknown,
          'a query argument without profile',
        ],
      ] as const
      for (const [outer, inner, value, what] of switches) {
        if (known(value) !== true) continue
        const field = [...path, outer, inner]
        yield {
          path: field,
          message: `“${id}” lets requests with ${what} through to the origin in plain text; set ${inner} to false to refuse them.`,
          suggestions: [setAt(field, false, 'Refuse such requests')],
        }
      }
    }
  },
})
