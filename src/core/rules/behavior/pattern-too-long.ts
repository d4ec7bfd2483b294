import { distributionsIn, orderedBehaviorsOf } from '#core/model/distribution.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { lengthOf } from '#core/rules/lookup/counting.ts'

export const behaviorPatternTooLong = defineQuotaRule({
  id: 'behavior/pattern-too-long',
  name: 'path-pattern-length',
  scope: 'design',
  sees: 'behavior',
  summary: 'A path pattern is too long.',
  counted: 'characters in its path pattern',
  code: 'InvalidArgument',
  isLength: true,

  *usages({ document }) {
    for (const distribution of distributionsIn(document))
      for (const { behavior, index, path } of orderedBehaviorsOf(distribution))
        yield* lengthOf(behavior.PathPattern, `Behavior number ${index + 1}`, [...path, 'PathPattern'])
  },
})
