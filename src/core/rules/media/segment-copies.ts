import { mediaOf } from '#core/model/media.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { isOpen, keyedNames } from '#core/rules/lookup/forwarded-names.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const mediaSegmentCopies = defineRule({
  id: 'media/segment-copies',
  severity: 'info',
  profiles: ['recommended', 'cost'],
  summary: 'Each query string has its own copy of a segment.',
  why: 'Players add tokens, session ids and numbers of their own to the addresses of segments. With all query strings in the cache key each viewer’s segment is fetched from the origin anew, although all of them are the same.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/QueryStringParameters.html',
  code: null,
  shows: {
    request: { url: '/live/1.m4s?session=a' },
    outcome: { cacheKey: { query: 'session=a' } },
  },

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      if (mediaOf(placed.distribution, placed.behavior)?.part !== 'segment') continue
      const keyed = keyedNames(document, placed.behavior, 'query strings')
      if (!keyed || !isOpen(keyed)) continue
      const isLegacy = placed.behavior.CachePolicyId === undefined
      yield {
        path: [...placed.path, isLegacy ? 'ForwardedValues' : 'CachePolicyId'],
        message: `${behaviorName(placed)} serves segments and has every query string in its cache key, so each session has copies of its own; put no query string into the key, or only those that change the segment.`,
      }
    }
  },
})
