import { distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const errors503Capacity = defineRule({
  id: 'errors/503-capacity',
  severity: 'info',
  summary: 'The error page for 503 is not always shown.',
  why: 'CloudFront’s own 503 for exceeded limits or capacity does not use the page.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/GeneratingCustomErrorResponses.html',
  code: null,

  *check({ document }) {
    for (const distribution of distributionsIn(document))
      for (const [index, item] of (distribution.config.CustomErrorResponses ?? []).entries()) {
        const response = known(item)
        if (!response) continue
        const path = [...distribution.path, 'CustomErrorResponses', index]
        const code = known(response.ErrorCode)
        if (!response.ResponsePagePath) continue
        if (code !== 503) continue
        yield {
          path,
          message:
            "CloudFront's own 503 (limit or capacity exceeded) does not use this page; only the origin's does.",
        }
      }
  },
})
