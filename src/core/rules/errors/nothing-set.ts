import { distributionsIn } from '#core/model/distribution.ts'
import { removeAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const errorsNothingSet = defineRule({
  id: 'errors/nothing-set',
  severity: 'info',
  profiles: ['recommended'],
  summary: 'A custom error response changes nothing.',
  why: 'Without page, status and TTL the response does what CloudFront does anyway.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CustomErrorResponse.html',
  code: null,

  *check({ document }) {
    for (const distribution of distributionsIn(document))
      for (const [index, item] of (distribution.config.CustomErrorResponses ?? []).entries()) {
        const response = known(item)
        if (!response) continue
        const path = [...distribution.path, 'CustomErrorResponses', index]
        const code = known(response.ErrorCode)
        if (
          response.ErrorCode === undefined ||
          [response.ResponsePagePath, response.ResponseCode].some((one) => one !== undefined && one !== '') ||
          response.ErrorCachingMinTTL !== undefined
        )
          continue
        yield {
          path,
          message: `The response for ${code ?? 'this status'} sets neither page nor TTL, so it changes nothing; add one or remove it.`,
          suggestions: [removeAt(path, 'Remove the response')],
        }
      }
  },
})
