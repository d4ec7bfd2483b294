import { removeAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior, repeats } from '#core/rules/lookup/walk.ts'

export const functionEventDuplicate = defineRule({
  id: 'function/event-duplicate',
  covers: ['quota/cff-associations-per-behavior'],
  severity: 'error',
  sees: 'behavior',
  summary: 'Two CloudFront functions run on the same event.',
  why: 'CloudFront runs one function for each event and refuses two associations for the same one.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-functions-choosing.html',
  code: 'InvalidFunctionAssociation',

  *check({ document }) {
    for (const placed of eachBehavior(document))
      for (const [item, index] of repeats(placed.behavior.FunctionAssociations ?? [], (one) =>
        known(known(one)?.EventType),
      ))
        yield {
          path: [...placed.path, 'FunctionAssociations', index, 'EventType'],
          message: `${behaviorName(placed)} has two functions on “${known(known(item)?.EventType)}”, which CloudFront refuses; keep one.`,
          suggestions: [removeAt([...placed.path, 'FunctionAssociations', index], 'Remove the second')],
        }
  },
})
