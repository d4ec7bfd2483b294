import { distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const errors400Unsafe = defineRule({
  id: 'errors/400-unsafe',
  severity: 'info',
  summary: 'The error page for 400 is not always shown.',
  why: 'Requests that CloudFront itself finds unsafe are answered with 400 and without the page.',
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
        if (code !== 400) continue
        yield {
          path,
          message: 'Requests that CloudFront finds unsafe are answered with 400 and without this page.',
        }
      }
  },
})
