import { coverageOf } from '#core/http/pattern-coverage.ts'
import { overlapOf } from '#core/http/pattern-overlap.ts'
import { distributionsIn, orderedBehaviorsOf } from '#core/model/distribution.ts'
import { moveItem } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/rule.ts'

type One = ReturnType<typeof orderedBehaviorsOf>[number]
const patternOf = ({ behavior }: One) => known(behavior.PathPattern) ?? ''
const differ = (a: One, b: One) => nameOf(a.behavior.TargetOriginId) !== nameOf(b.behavior.TargetOriginId)

export const behaviorReorderSuggested = defineRule({
  id: 'behavior/reorder-suggested',
  severity: 'info',
  summary: 'Overlapping patterns with different targets are in the order that is meant.',
  why: 'CloudFront takes the first pattern that matches: a path of both goes to the earlier one.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html',
  code: null,

  *check({ document }) {
    for (const distribution of distributionsIn(document)) {
      const placed = orderedBehaviorsOf(distribution)
      for (const [position, one] of placed.entries()) {
        const pattern = patternOf(one)
        if (pattern === '') continue
        for (const earlier of placed.slice(0, position)) {
          const other = patternOf(earlier)
          if (other === '' || !differ(one, earlier)) continue
          const shared = overlapOf(other, pattern)
          if (
            shared === undefined ||
            coverageOf([other], pattern).covered !== false ||
            coverageOf([pattern], other).covered !== false
          )
            continue
          yield {
            path: [...one.path, 'PathPattern'],
            message: `“${shared}” matches “${other}” and “${pattern}” and goes to the first; move “${pattern}” up if it is meant.`,
            suggestions: [
              moveItem(
                [...distribution.path, 'CacheBehaviors'],
                one.index,
                earlier.index,
                `Move “${pattern}” above “${other}”`,
              ),
            ],
          }
          break
        }
      }
    }
  },
})
