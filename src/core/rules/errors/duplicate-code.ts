import { distributionsIn } from '#core/model/distribution.ts'
import { removeAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { repeats } from '#core/rules/lookup/walk.ts'

export const errorsDuplicateCode = defineRule({
  id: 'errors/duplicate-code',
  severity: 'error',
  summary: 'A status has two custom error responses.',
  why: 'Two responses for one status contradict each other and are refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CustomErrorResponse.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { config, path } of distributionsIn(document))
      for (const [item, index] of repeats(config.CustomErrorResponses ?? [], (one) =>
        known(known(one)?.ErrorCode)?.toString(),
      ))
        yield {
          path: [...path, 'CustomErrorResponses', index],
          message: `${known(known(item)?.ErrorCode)} has two custom error responses, which CloudFront refuses; keep one.`,
          suggestions: [removeAt([...path, 'CustomErrorResponses', index], 'Remove the second')],
        }
  },
})
