import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/rule.ts'
import { eachBehavior } from '#core/rules/walk.ts'

export const lambdaEdgeArnNumberedVersion = defineRule({
  id: 'lambda-edge/arn-numbered-version',
  severity: 'error',
  summary: 'Lambda@Edge is a numbered version in us-east-1.',
  why: 'CloudFront copies one published version to its locations: $LATEST, an alias or a function without version is refused.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-requirements-limits.html',
  code: 'InvalidLambdaFunctionAssociation',

  *check({ document }) {
    for (const placed of eachBehavior(document))
      for (const [index, item] of (placed.behavior.LambdaFunctionAssociations ?? []).entries()) {
        const arn = known(known(item)?.LambdaFunctionARN)
        if (arn === undefined) continue
        const field = [...placed.path, 'LambdaFunctionAssociations', index, 'LambdaFunctionARN']

        if (/^arn:aws[\w-]*:lambda:us-east-1:\d{12}:function:[A-Za-z0-9-_]{1,64}:\d+$/.test(arn)) continue
        yield {
          path: field,
          message: `“${arn}” is not a numbered version of a function in us-east-1, so CloudFront refuses it; publish a version and name it, as in “…:function:name:3”.`,
        }
      }
  },
})
