import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { inAccount } from '#core/rules/lookup/counting.ts'

export const quotaCffFunctionsPerAccount = defineQuotaRule({
  name: 'cff-functions-per-account',
  scope: 'account',
  sees: 'shared',
  summary: 'The account has more than 100 CloudFront functions.',
  counted: 'CloudFront functions',
  code: 'TooManyFunctions',

  *usages({ document }) {
    yield* inAccount(document, 'Function')
  },
})
