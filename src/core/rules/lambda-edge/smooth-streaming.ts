import { removeAt, setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachLambda } from '#core/rules/lookup/edge-functions.ts'
import { behaviorName } from '#core/rules/lookup/walk.ts'

export const lambdaEdgeSmoothStreaming = defineRule({
  id: 'lambda-edge/smooth-streaming',
  severity: 'error',
  summary: 'A behavior with Smooth Streaming runs no Lambda@Edge functions.',
  why: 'CloudFront does not run functions where it serves Microsoft Smooth Streaming.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-functions-restrictions.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { placed, path } of eachLambda(document)) {
      if (known(placed.behavior.SmoothStreaming) !== true) continue
      yield {
        path,
        message: `${behaviorName(placed)} serves Smooth Streaming and runs a Lambda@Edge function, which CloudFront refuses together; switch one of them off.`,
        suggestions: [
          setAt([...placed.path, 'SmoothStreaming'], false, 'Switch Smooth Streaming off'),
          removeAt(path, 'Remove the function'),
        ],
      }
    }
  },
})
