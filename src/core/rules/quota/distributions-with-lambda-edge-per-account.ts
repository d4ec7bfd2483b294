import { behaviorsOf } from '#core/model/distribution.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { inAccount } from '#core/rules/lookup/counting.ts'

export const quotaDistributionsWithLambdaEdgePerAccount = defineQuotaRule({
  name: 'distributions-with-lambda-edge-per-account',
  scope: 'account',
  sees: 'all',
  summary: 'The account runs Lambda@Edge on more than 500 distributions.',
  counted: 'distributions with Lambda@Edge',
  code: 'TooManyDistributionsWithLambdaAssociations',

  *usages({ document }) {
    yield* inAccount(document, 'Distribution', (placed) =>
      behaviorsOf(placed).some(({ behavior }) => (behavior.LambdaFunctionAssociations ?? []).length > 0),
    )
  },
})
