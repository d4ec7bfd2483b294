import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const quotaCffAssociationsPerBehavior = defineQuotaRule({
  name: 'cff-associations-per-behavior',
  scope: 'design',
  summary: 'A behavior has at most 2 CloudFront functions.',
  counted: 'CloudFront functions',
  code: 'TooManyFunctionAssociations',

  *usages({ document }) {
    for (const placed of eachBehavior(document))
      yield {
        owner: behaviorName(placed),
        used: (placed.behavior.FunctionAssociations ?? []).length,
        path: [...placed.path, 'FunctionAssociations'],
      }
  },
})
