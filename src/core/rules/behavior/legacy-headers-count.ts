import { quotaIn } from '#core/model/account.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorLegacyHeadersCount = defineRule({
  id: 'behavior/legacy-headers-count',
  severity: 'error',
  summary: 'At most 10 headers are cached by.',
  why: 'CloudFront refuses more headers than the quota.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  code: 'TooManyHeadersInForwardedValues',

  *check({ document, account }) {
    const most = quotaIn(account, 'legacy-headers-per-behavior')
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      const legacy = known(behavior.ForwardedValues)
      if (!legacy || (behavior.CachePolicyId !== undefined && behavior.CachePolicyId !== '')) continue
      const at = [...path, 'ForwardedValues']
      const count = (legacy.Headers ?? []).length
      if (count <= most) continue
      yield {
        path: [...at, 'Headers'],
        message: `${behaviorName(placed)} lists ${count} headers and CloudFront takes ${most}; remove some.`,
      }
    }
  },
})
