import { setAt } from '#core/model/edit.ts'
import { mediaOf } from '#core/model/media.ts'
import { effectiveTtls, isCachingDisabled } from '#core/model/referenced-policies.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const mediaSegmentsNotCached = defineRule({
  id: 'media/segments-not-cached',
  severity: 'warning',
  summary: 'Segments of a stream are not cached.',
  why: 'A segment never changes under its name, and every viewer of the stream asks for it. Without caching each of them is a request to the origin.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/live-streaming.html',
  code: null,
  shows: {
    request: { url: '/live/1.m4s' },
    answer: { headers: { 'cache-control': 'max-age=3600' } },
    outcome: { ttl: null },
  },

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, distribution, path } = placed
      if (mediaOf(distribution, behavior)?.part !== 'segment') continue
      const ttls = effectiveTtls(document, behavior)
      if (!ttls || !isCachingDisabled(ttls)) continue
      const field = [...path, 'CachePolicyId']
      yield {
        path: behavior.CachePolicyId === undefined ? [...path, 'MaxTTL'] : field,
        message: `${behaviorName(placed)} serves segments and caches none, so every viewer’s request reaches the origin; cache them, for instance by CachingOptimized.`,
        ...(behavior.CachePolicyId !== undefined && {
          suggestions: [setAt(field, '658327ea-f89d-4fab-a63d-7e88639e58f6', 'Use CachingOptimized')],
        }),
      }
    }
  },
})
