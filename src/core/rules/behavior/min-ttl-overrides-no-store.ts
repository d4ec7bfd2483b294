import type { Behavior } from '#core/model/document.ts'
import { type Edit, setAt } from '#core/model/edit.ts'
import { isRef } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import { effectiveTtls } from '#core/model/referenced-policies.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

/** Where the minimum can be lowered: in a policy of the design, or in the behavior itself. */
function lowered(path: Path, { CachePolicyId }: Behavior): Edit | undefined {
  if (CachePolicyId === undefined) return setAt([...path, 'MinTTL'], 0, 'Use a minimum TTL of 0')
  return isRef(CachePolicyId)
    ? setAt(
        ['resources', CachePolicyId.ref, 'config', 'MinTTL'],
        0,
        `Use a minimum TTL of 0 in “${CachePolicyId.ref}”`,
      )
    : undefined
}

export const behaviorMinTtlOverridesNoStore = defineRule({
  id: 'behavior/min-ttl-overrides-no-store',
  covers: ['cache-policy/min-ttl-positive'],
  severity: 'warning',
  sees: 'behavior',
  summary: 'A minimum TTL caches what the origin marks no-store or private.',
  why: 'With a minimum TTL above 0 CloudFront keeps an object that long even if the origin says no-cache, no-store or private.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CachePolicyConfig.html',
  code: null,
  shows: {
    request: { url: '/' },
    answer: { headers: { 'cache-control': 'no-store' } },
    outcome: { ttl: { $gte: 1 } },
  },

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      const ttls = effectiveTtls(document, behavior)
      // A second, as the managed policies have it, hides nothing for long.
      if (!ttls || ttls.min <= 1) continue
      const field = lowered(path, behavior)
      yield {
        path: [...path, behavior.CachePolicyId === undefined ? 'MinTTL' : 'CachePolicyId'],
        ...(field && { suggestions: [field] }),
        message: `${behaviorName(placed)} keeps every object for at least ${ttls.min} s, even one that the origin marks no-store or private; use a minimum TTL of 0 where answers are personal.`,
      }
    }
  },
})
