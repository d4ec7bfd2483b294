import { known } from '#core/model/field.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { legacyValues } from '#core/rules/lookup/legacy-forwarding.ts'

export const quotaLegacyCookiesPerBehavior = defineQuotaRule({
  name: 'legacy-cookies-per-behavior',
  scope: 'design',
  summary: 'A behavior without a cache policy forwards at most 10 cookies by name.',
  counted: 'cookies',
  code: 'TooManyCookieNamesInWhiteList',

  *usages({ document }) {
    for (const { values, owner, path } of legacyValues(document)) {
      const used = (known(values.Cookies)?.WhitelistedNames ?? []).length
      yield { owner, used, path: [...path, 'Cookies', 'WhitelistedNames'] }
    }
  },
})
