import type { Behavior, DesignDocument } from '#core/model/document.ts'
import { mediaOf } from '#core/model/media.ts'
import { effectiveTtls } from '#core/model/referenced-policies.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { kindsBehind } from '#core/rules/lookup/behavior-traits.ts'
import { type BehaviorInPlace, behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

/** As AWS advises: 5 seconds or less. */
const longest = 5

/** Whether a behavior serves manifests: by its pattern, or all there is of MediaPackage. */
function servesManifests(document: DesignDocument, placed: BehaviorInPlace): boolean {
  const media = mediaOf(placed.distribution, placed.behavior)
  if (media) return media.part === 'manifest'
  return kindsBehind(document, placed).some(({ id }) => id.startsWith('media-package'))
}

const ttlField = ({ CachePolicyId }: Behavior) => (CachePolicyId === undefined ? 'MinTTL' : 'CachePolicyId')

export const mediaManifestStale = defineRule({
  id: 'media/manifest-stale',
  covers: ['behavior/min-ttl-overrides-no-store'],
  severity: 'warning',
  summary: 'Manifests are kept longer than a live player waits for the next segment.',
  why: 'A minimum TTL holds whatever lifetime the origin gives. The manifest of a live stream changes with every segment: a player that gets an old one stalls, or plays behind. AWS advises a minimum TTL of 5 seconds or less.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/live-streaming.html',
  code: null,
  shows: {
    request: { url: '/live/index.m3u8' },
    answer: { headers: { 'cache-control': 'max-age=1' } },
    outcome: { ttl: { $gte: longest + 1 } },
  },

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const ttls = effectiveTtls(document, placed.behavior)
      if (!ttls || ttls.min <= longest || !servesManifests(document, placed)) continue
      yield {
        path: [...placed.path, ttlField(placed.behavior)],
        message: `${behaviorName(placed)} keeps every manifest for at least ${ttls.min} s, so players of a live stream get old ones; use a minimum TTL of ${longest} s or less.`,
      }
    }
  },
})
