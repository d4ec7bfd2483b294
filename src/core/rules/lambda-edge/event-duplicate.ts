import { removeAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior, repeats } from '#core/rules/lookup/walk.ts'

export const lambdaEdgeEventDuplicate = defineRule({
  id: 'lambda-edge/event-duplicate',
  covers: ['quota/lambda-edge-associations-per-behavior'],
  severity: 'error',
  sees: 'behavior',
  summary: 'Two Lambda@Edge functions run on the same event.',
  why: 'CloudFront runs one function for each event and refuses two associations for the same one.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-functions-choosing.html',
  code: 'InvalidLambdaFunctionAssociation',

  *check({ document }) {
    for (const placed of eachBehavior(document))
      for (const [item, index] of repeats(placed.behavior.LambdaFunctionAssociations ?? [], (one) =>
        known(known(one)?.EventType),
      ))
        yield {
          path: [...placed.path, 'LambdaFunctionAssociations', index, 'EventType'],
          message: `${behaviorName(placed)} has two functions on “${known(known(item)?.EventType)}”, which CloudFront refuses; keep one.`,
          suggestions: [removeAt([...placed.path, 'LambdaFunctionAssociations', index], 'Remove the second')],
        }
  },
})
