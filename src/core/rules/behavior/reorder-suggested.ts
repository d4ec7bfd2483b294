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

interface Crossing {
  readonly one: number
  readonly earlier: number
  readonly shared: string
}

/** For each behavior the first earlier one with another target that takes some of its paths. */
function* crossingsOf(behaviors: readonly Judged[]): Generator<Crossing> {
  const near = nearPatterns(behaviors.map(({ pattern }) => pattern))
  for (const [position, one] of behaviors.entries()) {
    if (one.pattern === '') continue
    for (const index of near(position)) {
      const earlier = behaviors[index]
      const shared = earlier && crossing(one, earlier)
      if (shared === undefined) continue
      yield { one: position, earlier: index, shared }
      break
    }
  }
}

let lastKey = ''
let last: readonly Crossing[] = []

/** The last answer is kept: a design is checked after each edit, and few edits touch a pattern or a target. */
function crossings(behaviors: readonly Judged[]): readonly Crossing[] {
  const key = behaviors.map(({ pattern, target }) => `${pattern}\t${target}`).join('\n')
  if (key !== lastKey) {
    last = [...crossingsOf(behaviors)]
    lastKey = key
  }
  return last
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
      for (const { one: position, earlier: index, shared } of crossings(placed)) {
        const [one, earlier] = [placed[position], placed[index]]
        if (!one || !earlier) continue
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
