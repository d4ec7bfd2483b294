import { setAt } from '#core/model/edit.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { invalidatedPaths } from '#core/rules/lookup/invalidation-batches.ts'

export const invalidationWildcardPosition = defineRule({
  id: 'invalidation/wildcard-position',
  severity: 'warning',
  sees: 'shared',
  summary: 'A “*” inside an invalidation path is not a wildcard.',
  why: 'Only a * at the end is a wildcard. CloudFront takes any other as a character of the path, so that nothing is removed.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/invalidation-specifying-objects.html',
  code: null,

  *check({ document }) {
    for (const { text, path } of invalidatedPaths(document)) {
      const star = text.indexOf('*')
      if (star < 0 || star === text.length - 1) continue
      const wider = text.slice(0, star + 1)
      yield {
        path,
        message: `“${text}” has a * before its end, which CloudFront takes as a character, so that nothing is removed; “${wider}” takes in more, or list the paths.`,
        suggestions: [setAt(path, wider, `Use “${wider}”`)],
      }
    }
  },
})
