import { known } from '#core/model/field.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { perTarget } from '#core/rules/lookup/counting.ts'
import type { PlacedDistribution } from '#core/rules/lookup/walk.ts'

const targets = ({ config, path }: PlacedDistribution) => [
  {
    value: known(known(config.ViewerMtlsConfig)?.TrustStoreConfig)?.TrustStoreId,
    path: [...path, 'ViewerMtlsConfig', 'TrustStoreConfig', 'TrustStoreId'],
  },
]

export const quotaDistributionsPerTrustStore = defineQuotaRule({
  name: 'distributions-per-trust-store',
  scope: 'account',
  sees: 'all',
  summary: 'A trust store is used by more than 25 distributions.',
  counted: 'distributions that use it',
  code: null,

  *usages({ document }) {
    yield* perTarget(document, targets)
  },
})
