import { setAt } from '#core/model/edit.ts'
import { known, knownItems } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { isBucketBehind } from '#core/rules/lookup/behavior-traits.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorLegacyAllHeadersS3 = defineRule({
  id: 'behavior/legacy-all-headers-s3',
  severity: 'error',
  sees: 'behavior',
  summary: 'All headers are forwarded to a bucket.',
  why: 'S3 origins take only headers that do not disturb the signature: * and Host are refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ForwardedValues.html',
  code: 'InvalidHeadersForS3Origin',

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      const legacy = known(behavior.ForwardedValues)
      if (!legacy || (behavior.CachePolicyId !== undefined && behavior.CachePolicyId !== '')) continue
      const at = [...path, 'ForwardedValues']
      const bad = knownItems(legacy.Headers).find((name) => name === '*' || name.toLowerCase() === 'host')
      if (bad === undefined || !isBucketBehind(document, placed)) continue
      const cors = ['Origin', 'Access-Control-Request-Method', 'Access-Control-Request-Headers']
      yield {
        path: [...at, 'Headers'],
        message: `${behaviorName(placed)} forwards “${bad}” to a bucket, which CloudFront refuses; forward ${cors.join(', ')} for CORS, or none.`,
        suggestions: [setAt([...at, 'Headers'], cors, 'Forward the CORS headers')],
      }
    }
  },
})
