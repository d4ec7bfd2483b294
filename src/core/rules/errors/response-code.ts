import { distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const errorsResponseCode = defineRule({
  id: 'errors/response-code',
  severity: 'error',
  summary: 'A custom error page has a status that CloudFront does not accept.',
  why: '200 and the error statuses that can be customized; others are refused.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/creating-custom-error-pages.html',
  code: 'InvalidResponseCode',

  *check({ document }) {
    for (const distribution of distributionsIn(document))
      for (const [index, item] of (distribution.config.CustomErrorResponses ?? []).entries()) {
        const response = known(item)
        if (!response) continue
        const path = [...distribution.path, 'CustomErrorResponses', index]
        const status = known(response.ResponseCode)
        const allowed = [200, 400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504]
        if (status === undefined || status === '' || allowed.includes(Number(status))) continue
        yield {
          path: [...path, 'ResponseCode'],
          message: `CloudFront does not answer a custom error page with ${status} and refuses it; use ${allowed.join(', ')}.`,
        }
      }
  },
})
