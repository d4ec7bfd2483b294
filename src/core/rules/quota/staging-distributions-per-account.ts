import { known } from '#core/model/field.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { inAccount } from '#core/rules/lookup/counting.ts'

export const quotaStagingDistributionsPerAccount = defineQuotaRule({
  name: 'staging-distributions-per-account',
  scope: 'account',
  sees: 'all',
  summary: 'The account has more than 20 staging distributions.',
  counted: 'staging distributions',
  code: null,

  *usages({ document }) {
    yield* inAccount(document, 'Distribution', ({ config }) => known(config.Staging) === true)
  },
})
