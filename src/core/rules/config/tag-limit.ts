import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Tag.html */
const isTagText = (text: string) => /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u.test(text)

export const configTagLimit = defineRule({
  id: 'config/tag-limit',
  covers: ['quota/tags-per-distribution'],
  severity: 'error',
  summary: 'A tag is not valid, or there are too many.',
  why: 'Tag keys have 1 to 128 characters and do not begin with aws:, values have at most 256.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Tag.html',
  code: 'InvalidTagging',

  *check({ document }) {
    for (const [id, resource] of Object.entries(document.resources)) {
      const tags = 'tags' in resource ? (resource.tags ?? []) : []
      const path = ['resources', id, 'tags']
      if (tags.length > 50)
        yield { path, message: `“${id}” has ${tags.length} tags and AWS takes 50; remove some.` }
      for (const [index, tag] of tags.entries()) {
        const key = known(tag.Key)
        const value = known(tag.Value)
        const isKey =
          key === undefined || (key.length >= 1 && key.length <= 128 && !/^aws:/i.test(key) && isTagText(key))
        const isTwice = key !== undefined && tags.slice(0, index).some((other) => known(other.Key) === key)
        if (isKey && !isTwice && (value === undefined || (value.length <= 256 && isTagText(value)))) continue
        yield {
          path: [...path, index, isKey && !isTwice ? 'Value' : 'Key'],
          message: isTwice
            ? `The tag “${key}” of “${id}” is there twice, so AWS refuses it; keep one.`
            : `The tag “${key ?? ''}” of “${id}” is refused: keys have 1 to 128 characters and do not begin with “aws:”, values have at most 256, of letters, digits, spaces and _.:/=+-@.`,
        }
      }
    }
  },
})
