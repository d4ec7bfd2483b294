import { resourcesOf } from '#core/model/distribution.ts'
import { combine, setAt } from '#core/model/edit.ts'
import { policyTtls } from '#core/model/referenced-policies.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
export const cachePolicyTtlOrder = defineRule({
  id: 'cache-policy/ttl-order',
  severity: 'error',
  sees: 'shared',
  summary: 'TTLs are not in the order minimum, default, maximum.',
  why: 'CloudFront refuses a cache policy whose minimum TTL exceeds the default or whose default exceeds the maximum.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CachePolicyConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { config, path, id } of resourcesOf(document, 'CachePolicy')) {
      const ttls = policyTtls(config)
      if (!ttls || (ttls.min <= ttls.default && ttls.default <= ttls.max)) continue
      const [min = 0, middle = 0, max = 0] = [ttls.min, ttls.default, ttls.max].toSorted((a, b) => a - b)
      yield {
        path: [...path, ttls.min > ttls.default ? 'MinTTL' : 'MaxTTL'],
        message: `The TTLs of “${id}” are ${ttls.min}, ${ttls.default} and ${ttls.max} seconds (minimum, default, maximum), which CloudFront refuses; they must not decrease.`,
        suggestions: [
          combine('Put the TTLs in order', [
            setAt([...path, 'MinTTL'], min),
            setAt([...path, 'DefaultTTL'], middle),
            setAt([...path, 'MaxTTL'], max),
          ]),
        ],
      }
    }
  },
})
