import { nameOf } from '#core/model/stand-in.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originCustomHeaderCount = defineQuotaRule({
  id: 'origin/custom-header-count',
  name: 'origin-custom-headers-per-origin',
  scope: 'design',
  sees: 'origin',
  summary: 'An origin has too many custom headers.',
  counted: 'custom headers',
  code: 'TooManyOriginCustomHeaders',

  *usages({ document }) {
    for (const { value: origin, path } of eachOrigin(document))
      yield {
        owner: `“${nameOf(origin.Id)}”`,
        used: (origin.CustomHeaders ?? []).length,
        path: [...path, 'CustomHeaders'],
      }
  },
})
