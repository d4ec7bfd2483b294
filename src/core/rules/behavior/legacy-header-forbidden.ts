import { removeAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { isForbiddenInKey } from '#core/model/header-lists.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorLegacyHeaderForbidden = defineRule({
  id: 'behavior/legacy-header-forbidden',
  severity: 'error',
  sees: 'behavior',
  summary: 'A header that CloudFront reserves is forwarded.',
  why: 'CloudFront cannot cache by these headers and refuses the behavior.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      const legacy = known(behavior.ForwardedValues)
      if (!legacy || (behavior.CachePolicyId !== undefined && behavior.CachePolicyId !== '')) continue
      const at = [...path, 'ForwardedValues']
      for (const [index, item] of (legacy.Headers ?? []).entries()) {
        const name = known(item)
        if (name === undefined || !isForbiddenInKey(name)) continue
        const field = [...at, 'Headers', index]
        yield {
          path: field,
          message: `CloudFront cannot cache by “${name}” and refuses ${behaviorName(placed)}; remove it.`,
          fix: removeAt(field, `Remove “${name}”`),
        }
      }
    }
  },
})
