import { distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const errors416NotCached = defineRule({
  id: 'errors/416-not-cached',
  severity: 'info',
  summary: 'The TTL of 416 does nothing.',
  why: 'CloudFront does not cache 416 Requested Range Not Satisfiable.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HTTPStatusCodes.html',
  code: null,

  *check({ document }) {
    for (const distribution of distributionsIn(document))
      for (const [index, item] of (distribution.config.CustomErrorResponses ?? []).entries()) {
        const response = known(item)
        if (!response) continue
        const path = [...distribution.path, 'CustomErrorResponses', index]
        const code = known(response.ErrorCode)
        if (code !== 416 || response.ErrorCachingMinTTL === undefined) continue
        yield {
          path: [...path, 'ErrorCachingMinTTL'],
          message: 'CloudFront never caches 416, so its minimum TTL does nothing.',
        }
      }
  },
})
