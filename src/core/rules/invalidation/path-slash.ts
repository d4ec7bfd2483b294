import { setAt } from '#core/model/edit.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { invalidatedPaths } from '#core/rules/lookup/invalidation-batches.ts'

export const invalidationPathSlash = defineRule({
  id: 'invalidation/path-slash',
  severity: 'error',
  sees: 'shared',
  summary: 'An invalidation path does not begin with a slash.',
  why: 'Paths are relative to the distribution and begin with /; another one is refused.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/invalidation-specifying-objects.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { text, path } of invalidatedPaths(document)) {
      if (text.startsWith('/')) continue
      const fixed = `/${text.replace(/^https?:\/\/[^/]*\/?/, '')}`
      yield {
        path,
        message: `“${text}” does not begin with “/”, so CloudFront refuses to invalidate it; write “${fixed}”.`,
        fix: setAt(path, fixed, `Use “${fixed}”`),
      }
    }
  },
})
