import { defineRule } from '#core/rules/harness/rule.ts'
import { edgeFunctionsIn } from '#core/rules/lookup/edge-functions.ts'
import { refusedFeatures } from '#core/rules/lookup/lambda-features.ts'

export const lambdaEdgeFunctionFeatures = defineRule({
  id: 'lambda-edge/function-features',
  severity: 'error',
  sees: 'all',
  summary: 'A Lambda@Edge function uses a Lambda feature that is not supported at the edge.',
  why: 'Environment variables, layers, VPC access, dead-letter queues, X-Ray, provisioned concurrency, images, arm64, more than 512 MB of storage, a customer managed key for the .zip and runtime management other than Auto are refused.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html',
  code: 'InvalidLambdaFunctionAssociation',

  *check({ document }) {
    for (const lambda of edgeFunctionsIn(document))
      for (const { what, path } of refusedFeatures(lambda))
        yield {
          path,
          message: `The function “${lambda.id}” runs at the edge and has ${what}, which CloudFront refuses there; remove it.`,
        }
  },
})
