import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'

export const quotaCookiesPerOriginRequestPolicy = defineQuotaRule({
  name: 'cookies-per-origin-request-policy',
  scope: 'design',
  summary: 'An origin request policy names at most 10 cookies.',
  counted: 'cookies',
  code: 'TooManyCookiesInOriginRequestPolicy',

  *usages({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'OriginRequestPolicy'))
      yield {
        owner: `“${id}”`,
        used: (known(config.CookiesConfig)?.Cookies ?? []).length,
        path: [...path, 'CookiesConfig', 'Cookies'],
      }
  },
})
