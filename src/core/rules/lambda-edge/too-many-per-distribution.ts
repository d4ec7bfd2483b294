import { distributionsIn } from '#core/model/distribution.ts'
import { quotaNumber } from '#core/model/quotas.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachLambda } from '#core/rules/lookup/edge-functions.ts'

export const lambdaEdgeTooManyPerDistribution = defineRule({
  id: 'lambda-edge/too-many-per-distribution',
  severity: 'error',
  summary: 'A distribution runs at most 100 Lambda@Edge functions.',
  why: 'The quota counts the different functions of all its behaviors; AWS raises it on request.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  code: 'TooManyLambdaFunctionAssociations',

  *check({ document, account }) {
    const most =
      account?.quotaOverrides?.['lambda-edge-functions-per-distribution'] ??
      quotaNumber('lambda-edge-functions-per-distribution')
    for (const { id, path } of distributionsIn(document)) {
      const names = [...eachLambda(document)]
        .filter(({ placed }) => placed.distribution.id === id)
        .map(({ item }) => JSON.stringify(item.LambdaFunctionARN))
      const count = new Set(names).size
      if (count <= most) continue
      yield {
        path: [...path, 'CacheBehaviors'],
        message: `“${id}” runs ${count} Lambda@Edge functions and the quota is ${most}, so CloudFront answers TooManyLambdaFunctionAssociations; share functions between behaviors, or ask for more.`,
      }
    }
  },
})
