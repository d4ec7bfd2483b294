import { examplePath } from '#core/http/path-pattern.ts'
import { coverageOf, coverages } from '#core/http/pattern-coverage.ts'
import { distributionsIn, orderedBehaviorsOf } from '#core/model/distribution.ts'
import { moveItem } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const behaviorUnreachable = defineRule({
  id: 'behavior/unreachable',
  severity: 'warning',
  summary: 'A behavior is never reached.',
  why: 'CloudFront takes the first pattern in the list that matches, not the most specific one. A pattern whose every path is taken by earlier ones never runs.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html',
  code: null,
  shows: { request: { url: '/img/a.png' }, outcome: { behavior: '/img/*' } },

  *check({ document }) {
    for (const distribution of distributionsIn(document)) {
      const placed = orderedBehaviorsOf(distribution).flatMap(({ behavior, index, path }) => {
        const pattern = known(behavior.PathPattern)
        return pattern ? [{ pattern, index, path }] : []
      })
      const patterns = placed.map(({ pattern }) => pattern)
      for (const [position, { covered, by }] of coverages(patterns).entries()) {
        const here = placed[position]
        if (covered !== true || !here) continue
        const { pattern, index, path } = here
        const taken = by.map((one) => `“${patterns[one]}”`).join(' and ')
        const only = by.length === 1 ? placed[by[0] ?? 0] : undefined
        const movable = only !== undefined && coverageOf([pattern], only.pattern).covered === false
        yield {
          path: [...path, 'PathPattern'],
          message: `“${pattern}” never runs: “${examplePath(pattern)}”, like every path of it, is taken by ${taken} above; ${movable ? 'move it up' : 'remove it or change the patterns'}.`,
          ...(movable && {
            fix: moveItem(
              [...distribution.path, 'CacheBehaviors'],
              index,
              only.index,
              `Move “${pattern}” above ${taken}`,
            ),
          }),
        }
      }
    }
  },
})
