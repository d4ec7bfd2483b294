import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const fleContentType = defineRule({
  id: 'fle/content-type',
  severity: 'error',
  sees: 'shared',
  summary: 'Field-level encryption is set for a content type other than URL-encoded forms.',
  why: 'The only content type is application/x-www-form-urlencoded in the format URLEncoded, once; others are refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ContentTypeProfile.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'FieldLevelEncryptionConfig')) {
      const items = known(config.ContentTypeProfileConfig)?.ContentTypeProfiles ?? []
      const list = [...path, 'ContentTypeProfileConfig', 'ContentTypeProfiles']
      for (const [index, item] of items.entries()) {
        const profile = known(item)
        for (const [name, wanted] of [
          ['Format', 'URLEncoded'],
          ['ContentType', 'application/x-www-form-urlencoded'],
        ] as const) {
          const value: string | undefined = known(profile?.[name])
          if (value === undefined || value === wanted) continue
          yield {
            path: [...list, index, name],
            message: `${name} “${value}” of “${id}” is not what CloudFront encrypts fields of; use “${wanted}”.`,
            fix: setAt([...list, index, name], wanted, `Use ${wanted}`),
          }
        }
      }
      if (items.length > 1)
        yield {
          path: list,
          message: `“${id}” has ${items.length} content types and CloudFront takes one; keep “application/x-www-form-urlencoded”.`,
        }
    }
  },
})
