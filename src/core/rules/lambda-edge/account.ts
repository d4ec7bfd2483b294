import { defineRule } from '#core/rules/harness/rule.ts'
import { eachLambda } from '#core/rules/lookup/edge-functions.ts'
import { textIn } from '#core/rules/lookup/foreign.ts'

export const lambdaEdgeAccount = defineRule({
  id: 'lambda-edge/account',
  severity: 'error',
  sees: 'behavior',
  summary: 'A Lambda@Edge function is in another account.',
  why: 'CloudFront runs functions of its own account only; one of another account is refused.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html',
  code: 'InvalidLambdaFunctionAssociation',

  *check({ document, account }) {
    for (const { item, path } of eachLambda(document)) {
      const arn = textIn(item.LambdaFunctionARN)
      const owner = /^arn:aws[\w-]*:lambda:[a-z0-9-]*:(\d{12}):/.exec(arn ?? '')?.[1]
      if (owner === undefined || account?.accountId === undefined || owner === account.accountId) continue
      yield {
        path: [...path, 'LambdaFunctionARN'],
        message: `The function “${arn}” belongs to account “${owner}” and the distribution to “${account.accountId}”, so CloudFront refuses it; publish the function there.`,
      }
    }
  },
})
