import { nearPatterns } from '#core/http/near-patterns.ts'
import { coverageOf } from '#core/http/pattern-coverage.ts'
import { overlapOf } from '#core/http/pattern-overlap.ts'
import { distributionsIn, orderedBehaviorsOf } from '#core/model/distribution.ts'
import { moveItem } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

type One = ReturnType<typeof orderedBehaviorsOf>[number]

/** What a pair is judged by, looked up once for each behavior. */
const judged = (one: One) => {
  const pattern = known(one.behavior.PathPattern) ?? ''
  return { ...one, pattern, target: nameOf(one.behavior.TargetOriginId) }
}
type Judged = ReturnType<typeof judged>

/** A path that both take, where neither takes all of the other's. */
function crossing(one: Judged, earlier: Judged): string | undefined {
  if (earlier.pattern === '' || one.target === earlier.target) return undefined
  const shared = overlapOf(earlier.pattern, one.pattern)
  const isNested =
    shared === undefined ||
    coverageOf([earlier.pattern], one.pattern).covered !== false ||
    coverageOf([one.pattern], earlier.pattern).covered !== false
  return isNested ? undefined : shared
}

export const behaviorReorderSuggested = defineRule({
  id: 'behavior/reorder-suggested',
  severity: 'info',
  profiles: ['recommended'],
  summary: 'Overlapping path patterns may be in the wrong order.',
  why: 'CloudFront takes the first pattern that matches: a path of both goes to the earlier one.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html',
  code: null,

  *check({ document }) {
    for (const distribution of distributionsIn(document)) {
      const placed = orderedBehaviorsOf(distribution).map(judged)
      const near = nearPatterns(placed.map(({ pattern }) => pattern))
      for (const [position, one] of placed.entries()) {
        if (one.pattern === '') continue
        for (const index of near(position)) {
          const earlier = placed[index]
          const shared = earlier && crossing(one, earlier)
          if (earlier === undefined || shared === undefined) continue
          yield {
            path: [...one.path, 'PathPattern'],
            message: `“${shared}” matches “${earlier.pattern}” and “${one.pattern}” and goes to the first; move “${one.pattern}” up if it is meant.`,
            suggestions: [
              moveItem(
                [...distribution.path, 'CacheBehaviors'],
                one.index,
                earlier.index,
                `Move “${one.pattern}” above “${earlier.pattern}”`,
              ),
            ],
          }
          break
        }
      }
    }
  },
})
