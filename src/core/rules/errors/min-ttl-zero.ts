import { distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const errorsMinTtlZero = defineRule({
  id: 'errors/min-ttl-zero',
  severity: 'info',
  summary: 'Errors are not cached.',
  why: 'With 0 every request that fails goes to the origin, also while it is down.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HTTPStatusCodes.html',
  code: null,

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
        if (ttl !== 0) continue
        yield {
          path: field,
          message: `Errors ${code} are not cached, so each goes to the origin; a few seconds protect one that is down.`,
        }
      }
  },
})
