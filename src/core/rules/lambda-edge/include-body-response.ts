import { setAt } from '#core/model/edit.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachLambda } from '#core/rules/lookup/edge-functions.ts'
import { behaviorName } from '#core/rules/lookup/walk.ts'

export const lambdaEdgeIncludeBodyResponse = defineRule({
  id: 'lambda-edge/include-body-response',
  severity: 'error',
  sees: 'behavior',
  summary: 'A function on a response event includes the body.',
  why: 'IncludeBody is about the body of a request; on a response event CloudFront refuses it.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html',
  code: 'InvalidLambdaFunctionAssociation',

  *check({ document }) {
    for (const { placed, item, event, path } of eachLambda(document)) {
      if (item.IncludeBody !== true || !event?.endsWith('-response')) continue
      const field = [...path, 'IncludeBody']
      yield {
        path: field,
        message: `${behaviorName(placed)} includes the body on “${event}”, where there is no body of a request, so CloudFront refuses it; set IncludeBody to false.`,
        fix: setAt(field, false, 'Leave the body out'),
      }
    }
  },
})
