import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { inAccount } from '#core/rules/lookup/counting.ts'

export const quotaOaiPerAccount = defineQuotaRule({
  name: 'oai-per-account',
  scope: 'account',
  sees: 'shared',
  summary: 'The account has more than 100 origin access identities.',
  counted: 'origin access identities',
  code: 'TooManyCloudFrontOriginAccessIdentities',

  *usages({ document }) {
    yield* inAccount(document, 'OriginAccessIdentity')
  },
})
