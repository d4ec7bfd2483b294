import { distributionsIn } from '#core/model/distribution.ts'
import { removeAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const errorsCode = defineRule({
  id: 'errors/code',
  severity: 'error',
  summary: 'A custom error response is for a status that CloudFront does not customize.',
  why: '400, 403, 404, 405, 414, 416, 500, 501, 502, 503 and 504 can be customized; others are refused.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/creating-custom-error-pages.html',
  code: 'InvalidErrorCode',
  alsoKnownAs: ['cfn-lint E3030'],

  *check({ document }) {
    for (const { config, path: site } of distributionsIn(document))
      for (const [index, item] of (config.CustomErrorResponses ?? []).entries()) {
        const response = known(item)
        if (!response) continue
        const path = [...site, 'CustomErrorResponses', index]
        const code = known(response.ErrorCode)

        if (code === undefined || [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504].includes(code))
          continue
        yield {
          path: [...path, 'ErrorCode'],
          message: `CloudFront has no custom error response for ${code} and refuses it; remove it.`,
          suggestions: [removeAt(path, `Remove the response for ${code}`)],
        }
      }
  },
})
