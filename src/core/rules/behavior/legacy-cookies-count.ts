import { quotaIn } from '#core/model/account.ts'
import { known, knownItems } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorLegacyCookiesCount = defineRule({
  id: 'behavior/legacy-cookies-count',
  covers: ['quota/legacy-cookies-per-behavior', 'quota/legacy-cookie-name-bytes'],
  severity: 'error',
  sees: 'behavior',
  summary: 'Too many cookies are forwarded by name.',
  why: 'CloudFront limits the names: 10 of them, and 512 bytes together less one for each name.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  code: 'TooManyCookieNamesInWhiteList',

  *check({ document, account }) {
    const most = quotaIn(account, 'legacy-cookies-per-behavior')
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      const legacy = known(behavior.ForwardedValues)
      if (!legacy || (behavior.CachePolicyId !== undefined && behavior.CachePolicyId !== '')) continue
      const at = [...path, 'ForwardedValues']
      const names = knownItems(known(legacy.Cookies)?.WhitelistedNames)
      const bytes = names.reduce((sum, name) => sum + name.length, 0)
      if (names.length <= most && bytes <= 512 - names.length) continue
      yield {
        path: [...at, 'Cookies', 'WhitelistedNames'],
        message: `${behaviorName(placed)} lists ${names.length} cookies of ${bytes} bytes and CloudFront takes ${most} of ${512 - names.length}; remove some.`,
      }
    }
  },
})
