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
    for (const { id, path } of distributionsIn(document)) {
      const names = [...eachLambda(document)]
        .filter(({ placed }) => placed.distribution.id === id)
        .map(({ item }) => JSON.stringify(item.LambdaFunctionARN))
      yield { owner: `“${id}”`, used: new Set(names).size, path: [...path, 'CacheBehaviors'] }
    }
  },
})
