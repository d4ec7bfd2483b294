import { setAt } from '#core/model/edit.ts'
import { known, knownItems } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorLegacyStarMixed = defineRule({
  id: 'behavior/legacy-star-mixed',
  severity: 'error',
  sees: 'behavior',
  summary: 'The header list has both “*” and names.',
  why: '* means all headers; CloudFront refuses others beside it.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ForwardedValues.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      const legacy = known(behavior.ForwardedValues)
      if (!legacy || (behavior.CachePolicyId !== undefined && behavior.CachePolicyId !== '')) continue
      const at = [...path, 'ForwardedValues']
      const names = knownItems(legacy.Headers)
      if (!names.includes('*') || names.length < 2) continue
      yield {
        path: [...at, 'Headers'],
        message: `${behaviorName(placed)} lists “*” and other headers, which CloudFront refuses; keep “*” alone.`,
        fix: setAt([...at, 'Headers'], ['*'], 'Keep “*” alone'),
      }
    }
  },
})
