import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachBehavior } from '#core/rules/lookup/walk.ts'

export const functionEventOrigin = defineRule({
  id: 'function/event-origin',
  severity: 'error',
  sees: 'behavior',
  summary: 'A CloudFront function is set on an origin event.',
  why: 'Only Lambda@Edge runs on origin events; the API refuses the association.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-functions-choosing.html',
  code: 'InvalidFunctionAssociation',

  *check({ document }) {
    for (const placed of eachBehavior(document))
      for (const [index, item] of (placed.behavior.FunctionAssociations ?? []).entries()) {
        const event = known(known(item)?.EventType)
        if (event !== 'origin-request' && event !== 'origin-response') continue
        const viewer = event.replace('origin', 'viewer')
        const field = [...placed.path, 'FunctionAssociations', index, 'EventType']
        yield {
          path: field,
          message: `A CloudFront function cannot run on “${event}” and CloudFront refuses it; use “${viewer}” or Lambda@Edge.`,
          suggestions: [setAt(field, viewer, `Run on ${viewer}`)],
        }
      }
  },
})
