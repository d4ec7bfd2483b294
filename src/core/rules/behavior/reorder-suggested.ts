import { coverageOf } from '#core/http/pattern-coverage.ts'
import { answersAbout } from '#core/http/pattern-lists.ts'
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

/** An earlier behavior, and a path that both take. */
interface Crossing {
  readonly earlier: number
  readonly shared: string
}

/** For each behavior the first earlier one with another target that takes some of its paths; null where none does. */
const crossings = answersAbout<Judged, Crossing | null>({
  isSame: (one, other) => one.pattern === other.pattern && one.target === other.target,
  ask: (items, place, near) => {
    const one = items[place]
    if (!one || one.pattern === '') return null
    for (const earlier of near) {
      const other = items[earlier]
      const shared = other && crossing(one, other)
      if (shared !== undefined) return { earlier, shared }
    }
    return null
  },
  moved: (found, to) => found && { ...found, earlier: to(found.earlier) },
})

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
      for (const [position, found] of crossings(placed).entries()) {
        const [one, earlier] = [placed[position], found && placed[found.earlier]]
        if (!found || !one || !earlier) continue
        const { shared } = found
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
      }
    }
  },
})
