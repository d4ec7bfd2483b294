import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { legacyValues } from '#core/rules/lookup/legacy-forwarding.ts'

export const behaviorLegacyHeadersCount = defineQuotaRule({
  id: 'behavior/legacy-headers-count',
  name: 'legacy-headers-per-behavior',
  scope: 'design',
  sees: 'behavior',
  summary: 'Too many headers are forwarded by name.',
  counted: 'headers',
  code: 'TooManyHeadersInForwardedValues',

  *usages({ document }) {
    for (const { values, owner, path } of legacyValues(document))
      yield { owner, used: (values.Headers ?? []).length, path: [...path, 'Headers'] }
  },
})
