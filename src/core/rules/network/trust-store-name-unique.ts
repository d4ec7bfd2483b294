import { defineNameRule } from '#core/rules/harness/name-rule.ts'

export const networkTrustStoreNameUnique = defineNameRule({
  id: 'network/trust-store-name-unique',
  type: 'TrustStore',
  things: 'trust stores',
  code: 'EntityAlreadyExists',
  docs: 'CreateTrustStore',
})
