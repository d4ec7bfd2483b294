import { distributionsIn, originGroupsOf, originsOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { repeats } from '#core/rules/lookup/walk.ts'

export const originDuplicateId = defineRule({
  id: 'origin/duplicate-id',
  covers: ['group/id-unique'],
  severity: 'error',
  summary: 'Two origins or origin groups have the same id.',
  why: 'Behaviors target an origin or group by its id, so CloudFront refuses an id that two of them share.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Origin.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const distribution of distributionsIn(document)) {
      const placed = [...originsOf(distribution), ...originGroupsOf(distribution)]
      for (const [{ value, path }, index] of repeats(placed, (one) => known(one.value.Id))) {
        const id = known(value.Id) ?? ''
        const field = [...path, 'Id']
        yield {
          path: field,
          message: `Two origins or origin groups are called “${id}”, so CloudFront cannot tell which one a behavior targets; give this one another id.`,
          suggestions: [setAt(field, `${id}-${index + 1}`, `Rename to “${id}-${index + 1}”`)],
        }
      }
    }
  },
})
