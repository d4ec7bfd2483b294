import { setAt } from '#core/model/edit.ts'
import { isRef, known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachBehavior } from '#core/rules/lookup/walk.ts'

export const functionNotLive = defineRule({
  id: 'function/not-live',
  severity: 'error',
  sees: 'behavior',
  summary: 'An associated function was never published.',
  why: 'A behavior runs the LIVE stage; a function of the design that is never published has none.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/publish-function.html',
  code: 'InvalidFunctionAssociation',

  *check({ document }) {
    for (const placed of eachBehavior(document))
      for (const [index, item] of (placed.behavior.FunctionAssociations ?? []).entries()) {
        const field = [...placed.path, 'FunctionAssociations', index, 'FunctionARN']

        const arn: unknown = known(item)?.FunctionARN
        const target = isRef(arn) ? document.resources[arn.ref] : undefined
        if (
          !isRef(arn) ||
          target?.type !== 'Function' ||
          (target.config.AutoPublish !== undefined && known(target.config.AutoPublish) !== false)
        )
          continue
        yield {
          path: field,
          message: `“${arn.ref}” is never published, so there is no LIVE stage to run and CloudFront refuses the association; set AutoPublish to true.`,
          fix: setAt(['resources', arn.ref, 'config', 'AutoPublish'], true, 'Publish on each update'),
        }
      }
  },
})
