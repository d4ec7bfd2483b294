import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const functionMixedWithLambdaViewer = defineRule({
  id: 'function/mixed-with-lambda-viewer',
  covers: ['lambda-edge/with-cff-viewer'],
  severity: 'error',
  sees: 'behavior',
  summary: 'A behavior mixes CloudFront functions and Lambda@Edge on viewer events.',
  why: 'CloudFront Functions and Lambda@Edge cannot both run on viewer events of one behavior.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-functions-restrictions.html',
  code: 'InvalidFunctionAssociation',

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const isViewer = (item: unknown) => {
        const event = known((known(item) as { EventType?: unknown } | undefined)?.EventType)
        return event === 'viewer-request' || event === 'viewer-response'
      }
      const own = (placed.behavior.FunctionAssociations ?? []).findIndex(isViewer)
      const lambda = (placed.behavior.LambdaFunctionAssociations ?? []).findIndex(isViewer)
      if (own < 0 || lambda < 0) continue
      yield {
        path: [...placed.path, 'FunctionAssociations', own],
        message: `${behaviorName(placed)} has a CloudFront function and a Lambda@Edge function on viewer events, which CloudFront refuses; use one kind for both viewer events.`,
      }
    }
  },
})
