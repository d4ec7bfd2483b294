import { distributionsIn } from '#core/model/distribution.ts'
import { eachLambda } from '#core/rules/edge-functions.ts'
import { defineQuotaRule } from './quota-rule.ts'

export const quotaLambdaEdgeFunctionsPerDistribution = defineQuotaRule({
  name: 'lambda-edge-functions-per-distribution',
  scope: 'design',
  summary: 'A distribution runs at most 100 Lambda@Edge functions.',
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
