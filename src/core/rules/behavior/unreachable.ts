import { coverageOf, examplePath } from '#core/http/path-pattern.ts'
import { distributionsIn, orderedBehaviorsOf } from '#core/model/distribution.ts'
import { moveItem } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/rule.ts'

export const behaviorUnreachable = defineRule({
  id: 'behavior/unreachable',
  severity: 'warning',
  summary: 'Every behavior can be reached.',
  why: 'CloudFront takes the first pattern in the list that matches, not the most specific one. A pattern whose every path is taken by earlier ones never runs.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html',
  code: null,

  *check({ document }) {
    for (const distribution of distributionsIn(document)) {
      const placed = orderedBehaviorsOf(distribution)
      const patterns = placed.map(({ behavior }) => known(behavior.PathPattern))
      for (const [position, { path }] of placed.entries()) {
        const pattern = patterns[position]
        if (pattern === undefined || pattern === '') continue
        const earlier = patterns.slice(0, position).flatMap((one) => (one ? [one] : []))
        const { covered, by } = coverageOf(earlier, pattern)
        if (covered !== true) continue
        const taken = by.map((one) => `“${earlier[one]}”`).join(' and ')
        const [first] = by
        const movable =
          by.length === 1 &&
          first !== undefined &&
          coverageOf([pattern], earlier[first] ?? '').covered === false
        const from = Number(path.at(-1))
        const to = first === undefined ? 0 : patterns.indexOf(earlier[first])
        yield {
          path: [...path, 'PathPattern'],
          message: `“${pattern}” never runs: “${examplePath(pattern)}”, like every path of it, is taken by ${taken} above; ${movable ? 'move it up' : 'remove it or change the patterns'}.`,
          ...(movable && {
            fix: moveItem(
              [...distribution.path, 'CacheBehaviors'],
              from,
              to,
              `Move “${pattern}” above ${taken}`,
            ),
          }),
        }
      }
    }
  },
})
