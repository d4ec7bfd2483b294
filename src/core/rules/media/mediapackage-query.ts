import { setAt } from '#core/model/edit.ts'
import { effectiveTtls, isCachingDisabled } from '#core/model/referenced-policies.ts'
import { textOrStandIn } from '#core/model/stand-in.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { holds, keyedNames } from '#core/rules/lookup/forwarded-names.ts'
import { behaviorName, eachBehavior, originsBehind } from '#core/rules/lookup/walk.ts'

export const mediaMediapackageQuery = defineRule({
  id: 'media/mediapackage-query',
  severity: 'warning',
  sees: 'behavior',
  summary: 'The cache key leaves out by what MediaPackage tells one state from the next.',
  why: 'MediaPackage v1 writes the time of an endpoint’s last change into the addresses of a live stream, as ?m=. Without it in the cache key CloudFront serves what it kept from before the change. Time-shifted viewing and manifest filters need “start”, “end” and “aws.manifestfilter” too; the managed policy Elemental-MediaPackage has all four.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/live-streaming.html',
  code: null,
  shows: {
    request: { url: '/out/v1/abc/index.m3u8?m=1700000000' },
    outcome: { cacheKey: { query: '' } },
  },

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      const isLive = originsBehind(placed).some(
        ({ value }) =>
          originKindOf(document, value)?.id === 'media-package-v1' &&
          /.\.mediapackage\./i.test(textOrStandIn(document, value.DomainName) ?? ''),
      )
      const keyed = keyedNames(document, behavior, 'query strings')
      const ttls = effectiveTtls(document, behavior)
      if (!isLive || !keyed || holds(keyed, 'm') || !ttls || isCachingDisabled(ttls)) continue
      const field = [...path, 'CachePolicyId']
      yield {
        path: behavior.CachePolicyId === undefined ? [...path, 'ForwardedValues'] : field,
        message: `${behaviorName(placed)} leads to MediaPackage and has no “m” in its cache key, so it serves what it kept from before a change of the endpoint; use Elemental-MediaPackage.`,
        ...(behavior.CachePolicyId !== undefined && {
          suggestions: [setAt(field, '08627262-05a9-4f76-9ded-b50ca2e3a84f', 'Use Elemental-MediaPackage')],
        }),
      }
    }
  },
})
