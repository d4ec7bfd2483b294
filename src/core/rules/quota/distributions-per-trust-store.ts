import { known } from '#core/model/field.ts'
import type { PlacedDistribution } from '#core/rules/walk.ts'
import { perTarget } from './counting.ts'
import { defineQuotaRule } from './quota-rule.ts'

const targets = ({ config, path }: PlacedDistribution) => [
  {
    value: known(known(config.ViewerMtlsConfig)?.TrustStoreConfig)?.TrustStoreId,
    path: [...path, 'ViewerMtlsConfig', 'TrustStoreConfig', 'TrustStoreId'],
  },
]

export const quotaDistributionsPerTrustStore = defineQuotaRule({
  name: 'distributions-per-trust-store',
  scope: 'account',
  summary: 'A trust store is used by at most 25 distributions.',
  counted: 'distributions that use it',
  code: null,

  *usages({ document }) {
    yield* perTarget(document, targets)
  },
})
