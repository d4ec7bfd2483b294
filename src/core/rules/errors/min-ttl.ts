import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const errorsMinTtl = defineRule({
  id: 'errors/min-ttl',
  severity: 'error',
  summary: 'ErrorCachingMinTTL is not a whole number of seconds.',
  why: 'CloudFront refuses negative numbers and fractions of a second.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CustomErrorResponse.html',
  code: 'InvalidArgument',

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
        if (Number.isInteger(ttl) && ttl >= 0) continue
        const whole = Math.max(0, Math.round(ttl))
        yield {
          path: field,
          message: `The error caching minimum TTL for ${code} is ${ttl}, which CloudFront refuses; use whole seconds from 0.`,
          fix: setAt(field, whole, `Use ${whole}`),
        }
      }
  },
})
