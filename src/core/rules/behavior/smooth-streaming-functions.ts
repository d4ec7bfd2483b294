import { behaviorsOf, distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName } from '#core/rules/lookup/walk.ts'

export const behaviorSmoothStreamingFunctions = defineRule({
  id: 'behavior/smooth-streaming-functions',
  covers: ['lambda-edge/smooth-streaming', 'behavior/smooth-streaming-legacy'],
  severity: 'warning',
  summary: 'A distribution with Smooth Streaming has edge functions.',
  why: 'CloudFront does not run functions in a distribution that serves Microsoft Smooth Streaming.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-functions-restrictions.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const distribution of distributionsIn(document)) {
      const behaviors = behaviorsOf(distribution)
      const smooth = behaviors.find(({ behavior }) => known(behavior.SmoothStreaming) === true)
      const hasFunctions = behaviors.some(
        ({ behavior }) =>
          (behavior.FunctionAssociations ?? []).length + (behavior.LambdaFunctionAssociations ?? []).length >
          0,
      )
      if (!smooth || !hasFunctions) continue
      yield {
        path: [...smooth.path, 'SmoothStreaming'],
        message: `${behaviorName(smooth)} serves Smooth Streaming, and this distribution has edge functions, which CloudFront does not run together; switch Smooth Streaming off.`,
        suggestions: [setAt([...smooth.path, 'SmoothStreaming'], false, 'Switch Smooth Streaming off')],
      }
    }
  },
})
