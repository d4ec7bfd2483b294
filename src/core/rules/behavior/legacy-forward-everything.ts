import { known, knownItems } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorLegacyForwardEverything = defineRule({
  id: 'behavior/legacy-forward-everything',
  severity: 'info',
  sees: 'behavior',
  profiles: ['recommended', 'cost'],
  summary: 'Everything is forwarded, so hardly anything is cached.',
  why: 'With all cookies, all query strings and many headers in the key nearly every request is an object of its own.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ForwardedValues.html',
  code: null,

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      const legacy = known(behavior.ForwardedValues)
      if (!legacy || (behavior.CachePolicyId !== undefined && behavior.CachePolicyId !== '')) continue
      const at = [...path, 'ForwardedValues']
      const headers = knownItems(legacy.Headers)
      if (
        known(known(legacy.Cookies)?.Forward) !== 'all' ||
        known(legacy.QueryString) !== true ||
        (legacy.QueryStringCacheKeys ?? []).length > 0 ||
        (headers.length < 3 && !headers.includes('*'))
      )
        continue
      yield {
        path: at,
        message: `${behaviorName(placed)} caches by all cookies, all query strings and ${headers.includes('*') ? 'all' : headers.length} headers, so hardly anything is shared; forward what the origin needs, or disable caching openly.`,
      }
    }
  },
})
