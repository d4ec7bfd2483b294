import { distributionsIn, orderedBehaviorsOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const behaviorPatternDoubleStar = defineRule({
  id: 'behavior/pattern-double-star',
  severity: 'info',
  sees: 'behavior',
  summary: 'A path pattern has a doubled star.',
  why: 'One * takes any string, slashes included; a second one adds nothing.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html',
  code: null,

  *check({ document }) {
    for (const distribution of distributionsIn(document))
      for (const { behavior, path } of orderedBehaviorsOf(distribution)) {
        const pattern = known(behavior.PathPattern)
        if (pattern === undefined) continue
        if (!pattern.includes('**')) continue
        const field = [...path, 'PathPattern']
        const right = pattern.replace(/\*{2,}/g, '*')
        yield {
          path: field,
          message: `“${pattern}” means the same as “${right}”: one star takes slashes too.`,
          fix: setAt(field, right, `Use “${right}”`),
        }
      }
  },
})
