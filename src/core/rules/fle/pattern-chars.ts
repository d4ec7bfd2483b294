import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { entitiesIn } from '#core/rules/lookup/field-level-encryption.ts'

export const flePatternChars = defineRule({
  id: 'fle/pattern-chars',
  severity: 'error',
  sees: 'shared',
  summary: 'A field pattern is not valid.',
  why: 'Field patterns have up to 128 letters, digits and []._-; a * elsewhere than at the end is refused.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/field-level-encryption.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { profile, entity, path } of entitiesIn(document))
      for (const [index, item] of (entity.FieldPatterns ?? []).entries()) {
        const pattern = known(item)
        if (
          pattern === undefined ||
          (/^[A-Za-z0-9[\]._-]*\*?$/.test(pattern) && pattern !== '' && pattern.length <= 128)
        )
          continue
        yield {
          path: [...path, 'FieldPatterns', index],
          message: `“${pattern}” of “${profile}” is not a field pattern that CloudFront takes; use up to 128 letters, digits and []._-, with * only at the end.`,
        }
      }
  },
})
