import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const cachePolicyTtlRange = defineRule({
  id: 'cache-policy/ttl-range',
  severity: 'error',
  sees: 'shared',
  summary: "A TTL is not a whole number in CloudFront's range.",
  why: 'Negative, broken and huge numbers are refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CachePolicyConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'CachePolicy')) {
      for (const field of ['MinTTL', 'DefaultTTL', 'MaxTTL'] as const) {
        const ttl = known(config[field])
        if (typeof ttl !== 'number' || (Number.isInteger(ttl) && ttl >= 0 && ttl <= 3_153_600_000)) continue
        const near = Math.min(Math.max(0, Math.round(ttl)), 31_536_000)
        yield {
          path: [...path, field],
          message: `${field} of “${id}” is ${ttl}, which CloudFront refuses; use whole seconds from 0.`,
          fix: setAt([...path, field], near, `Use ${near}`),
        }
      }
    }
  },
})
