import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachBehavior } from '#core/rules/lookup/walk.ts'

export const lambdaEdgeRegion = defineRule({
  id: 'lambda-edge/region',
  severity: 'error',
  sees: 'behavior',
  summary: 'A Lambda@Edge function is not in us-east-1.',
  why: 'CloudFront copies functions from us-east-1 only.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-requirements-limits.html',
  code: 'InvalidLambdaFunctionAssociation',

  *check({ document }) {
    for (const placed of eachBehavior(document))
      for (const [index, item] of (placed.behavior.LambdaFunctionAssociations ?? []).entries()) {
        const arn = known(known(item)?.LambdaFunctionARN)
        if (arn === undefined) continue
        const field = [...placed.path, 'LambdaFunctionAssociations', index, 'LambdaFunctionARN']

        const region = /^arn:aws[\w-]*:lambda:([a-z0-9-]+):/.exec(arn)?.[1]
        if (region === undefined || region === 'us-east-1') continue
        yield {
          path: field,
          message: `The function is in “${region}” and CloudFront takes Lambda@Edge functions from us-east-1 only; create it there.`,
        }
      }
  },
})
