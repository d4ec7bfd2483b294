import { known, knownItems } from '#core/model/field.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { legacyValues } from '#core/rules/lookup/legacy-forwarding.ts'

export const quotaLegacyCookieNameBytes = defineQuotaRule({
  name: 'legacy-cookie-name-bytes',
  scope: 'design',
  summary: 'The names of forwarded cookies have at most 512 bytes together, less one for each.',
  counted: 'bytes of cookie names',
  code: 'InvalidArgument',
  isLength: true,

  *usages({ document }) {
    for (const { values, owner, path } of legacyValues(document)) {
      const names = knownItems(known(values.Cookies)?.WhitelistedNames)
      const used = names.reduce((sum, name) => sum + name.length, 0)
      yield { owner, used, limit: 512 - names.length, path: [...path, 'Cookies', 'WhitelistedNames'] }
    }
  },
})
