import { removeAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { entitiesIn } from '#core/rules/lookup/field-level-encryption.ts'

const covers = (pattern: string, other: string) =>
  pattern.endsWith('*') ? other.startsWith(pattern.slice(0, -1)) : pattern === other
const overlap = (a: string, b: string) => covers(a, b) || covers(b, a)

/** A profile may have 10 patterns; of one with ever so many, it is their number that is told. */
const compared = 100

export const flePatternsOverlap = defineRule({
  id: 'fle/patterns-overlap',
  severity: 'error',
  sees: 'shared',
  summary: 'Two field patterns of a profile overlap.',
  why: 'A field may match one pattern only: ABC* and AB* together are refused. Upper and lower case differ.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_EncryptionEntity.html',
  code: 'InvalidArgument',

  *check({ document }) {
    const seen = new Map<string, string[]>()
    for (const { profile, entity, path } of entitiesIn(document))
      for (const [index, item] of (entity.FieldPatterns ?? []).entries()) {
        const pattern = known(item)
        if (pattern === undefined) continue
        const earlier = seen.get(profile) ?? []
        const other = earlier.find((one) => overlap(one, pattern))
        if (earlier.length < compared) seen.set(profile, [...earlier, pattern])
        if (other === undefined) continue
        yield {
          path: [...path, 'FieldPatterns', index],
          message: `“${pattern}” and “${other}” of “${profile}” match the same fields, which CloudFront refuses; keep the wider one.`,
          suggestions: [removeAt([...path, 'FieldPatterns', index], `Remove “${pattern}”`)],
        }
      }
  },
})
