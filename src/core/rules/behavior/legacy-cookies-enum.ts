import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorLegacyCookiesEnum = defineRule({
  id: 'behavior/legacy-cookies-enum',
  severity: 'error',
  sees: 'behavior',
  summary: 'Cookies.Forward has an unknown value.',
  why: 'Forward takes all, none and whitelist; another value is refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CookiePreference.html',
  code: 'InvalidArgument',
  alsoKnownAs: ['cfn-lint E3722'],

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      const legacy = known(behavior.ForwardedValues)
      if (!legacy || (behavior.CachePolicyId !== undefined && behavior.CachePolicyId !== '')) continue
      const at = [...path, 'ForwardedValues']
      const cookies = known(legacy.Cookies)
      const how: string | undefined = known(cookies?.Forward)
      if (how === undefined || ['all', 'none', 'whitelist'].includes(how)) continue
      yield {
        path: [...at, 'Cookies', 'Forward'],
        message: `“${how}” is not a way to forward cookies, so CloudFront refuses ${behaviorName(placed)}; use “all”, “none” or “whitelist”.`,
      }
    }
  },
})
