import { combine, setAt } from '#core/model/edit.ts'
import { effectiveTtls } from '#core/model/referenced-policies.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorLegacyTtlOrder = defineRule({
  id: 'behavior/legacy-ttl-order',
  severity: 'error',
  summary: 'Legacy TTLs are out of order or out of range.',
  why: 'CloudFront refuses TTLs where the minimum exceeds the default or the default the maximum; absent ones count as 0, 86,400 and 31,536,000.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html',
  code: 'InvalidTTLOrder',

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      if (behavior.ForwardedValues === undefined || behavior.CachePolicyId !== undefined) continue
      const ttls = effectiveTtls(document, behavior)
      if (!ttls || (ttls.min >= 0 && ttls.min <= ttls.default && ttls.default <= ttls.max)) continue
      const [min = 0, middle = 0, max = 0] = [ttls.min, ttls.default, ttls.max].toSorted((a, b) => a - b)
      yield {
        path: [...path, ttls.min > ttls.default ? 'MinTTL' : 'DefaultTTL'],
        message: `The TTLs of ${behaviorName(placed)} are ${ttls.min}, ${ttls.default} and ${ttls.max} seconds (minimum, default, maximum), which CloudFront refuses; they must not decrease.`,
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
