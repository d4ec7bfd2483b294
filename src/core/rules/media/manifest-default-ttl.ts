import { mediaOf } from '#core/model/media.ts'
import { effectiveTtls } from '#core/model/referenced-policies.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { kindsBehind } from '#core/rules/lookup/behavior-traits.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

const longest = 60

/** They give every manifest a lifetime of its own. */
const saysLifetime = (id: string) => id.startsWith('media-package') || id === 'media-tailor'

export const mediaManifestDefaultTtl = defineRule({
  id: 'media/manifest-default-ttl',
  severity: 'info',
  profiles: ['recommended'],
  summary: 'A manifest without a lifetime of its own is kept for long.',
  why: 'Where the origin sends no Cache-Control, as S3 does unless it was given with the upload, the default TTL holds. That is right for a film that never changes. Viewers of a live stream get the first manifest again and again.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html',
  code: null,
  shows: { request: { url: '/live/index.m3u8' }, outcome: { ttl: { $gte: longest + 1 } } },

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      if (mediaOf(placed.distribution, placed.behavior)?.part !== 'manifest') continue
      const ttls = effectiveTtls(document, placed.behavior)
      const kinds = kindsBehind(document, placed)
      if (!ttls || ttls.default <= longest || kinds.length === 0) continue
      if (kinds.some(({ id }) => saysLifetime(id))) continue
      yield {
        path: [...placed.path, placed.behavior.CachePolicyId === undefined ? 'DefaultTTL' : 'CachePolicyId'],
        message: `${behaviorName(placed)} keeps a manifest for ${ttls.default} s where the origin gives no lifetime; for live streams send Cache-Control, or use a cache policy with a default TTL of a few seconds.`,
      }
    }
  },
})
