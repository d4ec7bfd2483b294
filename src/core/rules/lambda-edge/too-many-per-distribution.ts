import { distributionsIn } from '#core/model/distribution.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { eachLambda } from '#core/rules/lookup/edge-functions.ts'

export const lambdaEdgeTooManyPerDistribution = defineQuotaRule({
  id: 'lambda-edge/too-many-per-distribution',
  name: 'lambda-edge-functions-per-distribution',
  scope: 'design',
  summary: 'A distribution runs too many Lambda@Edge functions.',
  counted: 'Lambda@Edge functions',
  code: 'TooManyLambdaFunctionAssociations',

  *usages({ document }) {
    const names = new Map<string, Set<string>>()
    for (const { placed, item } of eachLambda(document)) {
      const { id } = placed.distribution
      names.set(id, (names.get(id) ?? new Set()).add(JSON.stringify(item.LambdaFunctionARN)))
    }
    for (const { id, path } of distributionsIn(document))
      yield { owner: `“${id}”`, used: names.get(id)?.size ?? 0, path: [...path, 'CacheBehaviors'] }
  },
})
