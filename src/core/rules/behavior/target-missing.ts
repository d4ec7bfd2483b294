import {
  behaviorsOf,
  distributionsIn,
  originGroupsOf,
  originsOf,
  targetIdsOf,
} from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { isUnknown, isWhollyKnown, known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { closestTo } from '#core/rules/lookup/closest.ts'

export const behaviorTargetMissing = defineRule({
  id: 'behavior/target-missing',
  severity: 'error',
  summary: 'A behavior targets an origin that the distribution does not have.',
  why: 'TargetOriginId is a name, not an object: a typo or a renamed origin leaves the behavior pointing at nothing, and CloudFront refuses the whole configuration.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CacheBehavior.html',
  code: 'NoSuchOrigin',
  alsoKnownAs: ['cfn-lint E3057'],

  *check({ document }) {
    for (const distribution of distributionsIn(document)) {
      const { config } = distribution
      if (!isWhollyKnown(config.Origins) || !isWhollyKnown(config.OriginGroups)) continue
      const targets = [...originsOf(distribution), ...originGroupsOf(distribution)]
      if (targets.some(({ value }) => isUnknown(value.Id))) continue
      const ids = targetIdsOf(config)
      for (const { behavior, path } of behaviorsOf(distribution)) {
        const target = known(behavior.TargetOriginId)
        if (target === undefined || ids.includes(target)) continue
        const field = [...path, 'TargetOriginId']
        const guess = closestTo(target, ids)
        yield {
          path: field,
          message: `No origin or origin group is called “${target}”, so CloudFront refuses the distribution; target one of ${ids.map((id) => `“${id}”`).join(', ') || 'its origins'}.`,
          ...(guess && { suggestions: [setAt(field, guess, `Target “${guess}” instead`)] }),
        }
      }
    }
  },
})
