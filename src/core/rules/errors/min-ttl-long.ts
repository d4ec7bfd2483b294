import { distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const errorsMinTtlLong = defineRule({
  id: 'errors/min-ttl-long',
  severity: 'warning',
  summary: 'An error is cached for so long that it outlives its cause.',
  why: 'Errors 5xx stay in the cache for the minimum TTL, also after the origin is well again.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HTTPStatusCodes.html',
  code: null,
  shows: { request: { url: '/' }, answer: { status: 503 }, outcome: { ttl: { $gte: 61 } } },

  *check({ document }) {
    for (const distribution of distributionsIn(document))
      for (const [index, item] of (distribution.config.CustomErrorResponses ?? []).entries()) {
        const response = known(item)
        if (!response) continue
        const path = [...distribution.path, 'CustomErrorResponses', index]
        const code = known(response.ErrorCode)
        const ttl = known(response.ErrorCachingMinTTL)
        if (typeof ttl !== 'number') continue
        const field = [...path, 'ErrorCachingMinTTL']
        if (code === undefined || code < 500 || ttl <= 3600) continue
        yield {
          path: field,
          message: `Errors ${code} are cached for ${ttl} seconds, so viewers see them long after the origin is well again; use at most 3600.`,
        }
      }
  },
})
