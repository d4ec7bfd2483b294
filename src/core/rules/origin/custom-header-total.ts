import { known, knownItems } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originCustomHeaderTotal = defineQuotaRule({
  id: 'origin/custom-header-total',
  name: 'custom-headers-total-length',
  scope: 'design',
  sees: 'origin',
  summary: 'The custom headers of an origin are too long together.',
  counted: 'characters of custom headers',
  code: 'InvalidArgument',
  isLength: true,

  *usages({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      const used = knownItems(origin.CustomHeaders)
        .flatMap(({ HeaderName, HeaderValue }) => [known(HeaderName) ?? '', known(HeaderValue) ?? ''])
        .reduce((sum, text) => sum + text.length, 0)
      yield { owner: `“${nameOf(origin.Id)}”`, used, path: [...path, 'CustomHeaders'] }
    }
  },
})
