import { combine, setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { effectiveTtls } from '#core/model/referenced-policies.ts'
import { defineRule, type Finding } from '#core/rules/harness/rule.ts'
import { type BehaviorInPlace, behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html */
const longest = 3_153_600_000

function ttlsOutside(placed: BehaviorInPlace): Finding[] {
  return (['MinTTL', 'DefaultTTL', 'MaxTTL'] as const).flatMap((field) => {
    const value = known(placed.behavior[field])
    if (value === undefined || (Number.isInteger(value) && value >= 0 && value <= longest)) return []
    return [
      {
        path: [...placed.path, field],
        message: `${field} of ${behaviorName(placed)} is ${value} and CloudFront takes whole numbers from 0 to ${longest} seconds; choose one of them.`,
      },
    ]
  })
}

export const behaviorLegacyTtlOrder = defineRule({
  id: 'behavior/legacy-ttl-order',
  severity: 'error',
  sees: 'behavior',
  summary: 'Legacy TTLs are out of order or out of range.',
  why: 'CloudFront takes whole numbers from 0 to 3,153,600,000 (a hundred years), and refuses TTLs where the minimum exceeds the default or the default the maximum; absent ones count as 0, 86,400 and 31,536,000.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html',
  code: 'InvalidTTLOrder',

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      if (behavior.ForwardedValues === undefined || behavior.CachePolicyId !== undefined) continue
      const ttls = effectiveTtls(document, behavior)
      const outside = ttlsOutside(placed)
      yield* outside
      if (outside.length > 0) continue
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
