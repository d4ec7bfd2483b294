import { nearPatterns } from '#core/http/near-patterns.ts'
import { overlapOf } from '#core/http/pattern-overlap.ts'
import { distributionsIn, orderedBehaviorsOf } from '#core/model/distribution.ts'
import { moveItem } from '#core/model/edit.ts'
import { isUnknown, known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { isSigned } from '#core/rules/lookup/signed.ts'

type One = ReturnType<typeof orderedBehaviorsOf>[number]
const patternOf = ({ behavior }: One) => known(behavior.PathPattern) ?? ''

export const behaviorShadowedPrivate = defineRule({
  id: 'behavior/shadowed-private',
  severity: 'warning',
  profiles: ['security'],
  summary: 'A public behavior comes before a private one and serves its paths to everyone.',
  why: 'CloudFront takes the first pattern that matches: where an earlier behavior without signing overlaps, those paths are served without a signature.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-trusted-signers.html',
  code: null,
  shows: { request: { url: '/private/x.jpg' }, outcome: { status: 200, behavior: '*.jpg' } },

  *check({ document }) {
    for (const distribution of distributionsIn(document)) {
      const placed = orderedBehaviorsOf(distribution)
      const near = nearPatterns(placed.map(patternOf))
      for (const [position, one] of placed.entries()) {
        const pattern = patternOf(one)
        if (pattern === '' || !isSigned(one.behavior)) continue
        for (const index of near(position)) {
          const earlier = placed[index]
          if (
            !earlier ||
            patternOf(earlier) === '' ||
            isSigned(earlier.behavior) ||
            isUnknown(earlier.behavior.TrustedKeyGroups) ||
            isUnknown(earlier.behavior.TrustedSigners)
          )
            continue
          const shared = overlapOf(patternOf(earlier), pattern)
          if (shared === undefined) continue
          yield {
            path: [...one.path, 'PathPattern'],
            message: `“${shared}” belongs to the private “${pattern}” and is served without a signature by “${patternOf(earlier)}” above; move the private one up or require signing in both.`,
            suggestions: [
              moveItem(
                [...distribution.path, 'CacheBehaviors'],
                one.index,
                earlier.index,
                `Move “${pattern}” above “${patternOf(earlier)}”`,
              ),
            ],
          }
          break
        }
      }
    }
  },
})
