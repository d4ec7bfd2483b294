import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const quotaLambdaEdgeAssociationsPerBehavior = defineQuotaRule({
  name: 'lambda-edge-associations-per-behavior',
  scope: 'design',
  summary: 'A behavior has at most 4 Lambda@Edge functions.',
  counted: 'Lambda@Edge functions',
  code: 'TooManyLambdaFunctionAssociations',

  *usages({ document }) {
    for (const placed of eachBehavior(document))
      yield {
        owner: behaviorName(placed),
        used: (placed.behavior.LambdaFunctionAssociations ?? []).length,
        path: [...placed.path, 'LambdaFunctionAssociations'],
      }
  },
})
