import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { inAccount } from '#core/rules/lookup/counting.ts'

export const quotaVpcOriginsPerAccount = defineQuotaRule({
  name: 'vpc-origins-per-account',
  scope: 'account',
  sees: 'shared',
  summary: 'The account has more than 25 VPC origins.',
  counted: 'VPC origins',
  code: 'EntityLimitExceeded',

  *usages({ document }) {
    yield* inAccount(document, 'VpcOrigin')
  },
})
