import type { DesignDocument } from '#core/model/document.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { mediaOf } from '#core/model/media.ts'
import { effectiveTtls } from '#core/model/referenced-policies.ts'
import { textOrStandIn } from '#core/model/stand-in.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { type BehaviorInPlace, behaviorName, eachBehavior, originsBehind } from '#core/rules/lookup/walk.ts'

/** Ad segments and interstitials, which are the same for everybody. */
const isShared = (pattern: string) => /^\/?(tm|v1\/i-media)\//.test(pattern)

/** Whether a behavior gets each viewer's own manifests from MediaTailor. */
export function getsPersonalManifests(document: DesignDocument, placed: BehaviorInPlace): boolean {
  const { behavior, distribution } = placed
  if (mediaOf(distribution, behavior)?.part === 'segment') return false
  if (isShared(known(behavior.PathPattern) ?? '')) return false
  return originsBehind(placed).some(
    ({ value }) =>
      originKindOf(document, value)?.id === 'media-tailor' &&
      !/^segments\.|\.channel-assembly\./.test(textOrStandIn(document, value.DomainName) ?? ''),
  )
}

export const mediaMediatailorCached = defineRule({
  id: 'media/mediatailor-cached',
  severity: 'warning',
  summary: 'Personal manifests of MediaTailor may be kept for others.',
  why: 'MediaTailor writes each viewer’s ads into a manifest of the viewer’s own. AWS says not to cache them: one that CloudFront keeps shows one viewer’s ads, and session, to the next.',
  docs: 'https://docs.aws.amazon.com/mediatailor/latest/ug/cloudfront-basic-setup.html',
  code: null,
  shows: { request: { url: '/v1/master/abc/ads/index.m3u8' }, outcome: { ttl: { $gte: 1 } } },

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      if (!getsPersonalManifests(document, placed)) continue
      const { behavior, path } = placed
      const ttls = effectiveTtls(document, behavior)
      if (!ttls || (ttls.min === 0 && ttls.default === 0)) continue
      const field = [...path, 'CachePolicyId']
      yield {
        path: behavior.CachePolicyId === undefined ? [...path, 'DefaultTTL'] : field,
        message: `${behaviorName(placed)} may keep a manifest of MediaTailor, which is one viewer’s own, for ${Math.max(ttls.min, ttls.default)} s; use CachingDisabled.`,
        ...(behavior.CachePolicyId !== undefined && {
          suggestions: [setAt(field, '4135ea2d-6df8-44a3-9df3-4b5a84be39ad', 'Use CachingDisabled')],
        }),
      }
    }
  },
})
