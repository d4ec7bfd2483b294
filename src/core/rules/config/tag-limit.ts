import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Tag.html */
const isTagText = (text: string) => /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u.test(text)

const isKey = (key: string) => key.length >= 1 && key.length <= 128 && !/^aws:/i.test(key) && isTagText(key)

/** What is wrong with a tag among those before it, and with what remedy. */
function faultOf(
  key: string | undefined,
  value: string | undefined,
  before: readonly (string | undefined)[],
): { readonly field: 'Key' | 'Value'; readonly why: string } | undefined {
  const shape = 'of letters, digits, spaces and _.:/=+-@'
  if (key !== undefined && before.includes(key))
    return { field: 'Key', why: 'its key is there twice; keep one.' }
  if (key !== undefined && !isKey(key))
    return {
      field: 'Key',
      why: `keys have 1 to 128 characters ${shape} and do not begin with “aws:”; write another.`,
    }
  if (value !== undefined && !(value.length <= 256 && isTagText(value)))
    return { field: 'Value', why: `values have at most 256 characters ${shape}; write another.` }
  return undefined
}

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
      const keys = tags.map((tag) => known(tag.Key))
      for (const [index, tag] of tags.entries()) {
        const fault = faultOf(keys[index], known(tag.Value), keys.slice(0, index))
        if (!fault) continue
        yield {
          path: [...path, index, fault.field],
          message: `The tag “${keys[index] ?? ''}” of “${id}” is refused: ${fault.why}`,
        }
      }
    }
  },
})
