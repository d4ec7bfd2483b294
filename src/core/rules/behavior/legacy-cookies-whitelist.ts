import { setAt } from '#core/model/edit.ts'
import { isWhollyKnown, known, knownItems } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorLegacyCookiesWhitelist = defineRule({
  id: 'behavior/legacy-cookies-whitelist',
  severity: 'error',
  sees: 'behavior',
  summary: 'Cookie names and Cookies.Forward do not go together.',
  why: 'CloudFront refuses whitelist without names, and names beside all or none.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CookiePreference.html',
  code: 'InvalidForwardCookies',

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      const legacy = known(behavior.ForwardedValues)
      if (!legacy || (behavior.CachePolicyId !== undefined && behavior.CachePolicyId !== '')) continue
      const at = [...path, 'ForwardedValues']
      const cookies = known(legacy.Cookies)
      const how: string | undefined = known(cookies?.Forward)
      if (how === undefined || !isWhollyKnown(cookies?.WhitelistedNames)) continue
      const count = knownItems(cookies?.WhitelistedNames).length
      if (!['all', 'none', 'whitelist'].includes(how)) continue
      if ((how === 'whitelist') === count > 0) continue
      const field = [...at, 'Cookies']
      yield {
        path: [...field, 'Forward'],
        message: `${behaviorName(placed)} forwards cookies by “${how}” ${count > 0 ? 'and names some' : 'and names none'}, which CloudFront refuses; ${count > 0 ? 'use “whitelist”' : 'use “none”'}.`,
        fix: setAt(
          [...field, 'Forward'],
          count > 0 ? 'whitelist' : 'none',
          count > 0 ? 'Use whitelist' : 'Use none',
        ),
      }
    }
  },
})
