import { inAccount } from './counting.ts'
import { defineQuotaRule } from './quota-rule.ts'

export const quotaVpcOriginsPerAccount = defineQuotaRule({
  name: 'vpc-origins-per-account',
  scope: 'account',
  summary: 'An account has at most 25 VPC origins.',
  counted: 'VPC origins',
  code: null,

  *usages({ document }) {
    yield* inAccount(document, 'VpcOrigin')
  },
})
