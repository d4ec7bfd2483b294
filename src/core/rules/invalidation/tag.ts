import { tagProblem } from '#core/http/cache-tag.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { invalidatedTags } from '#core/rules/lookup/invalidation-batches.ts'

export const invalidationTag = defineRule({
  id: 'invalidation/tag',
  severity: 'error',
  sees: 'shared',
  summary: 'An invalidation names a cache tag that is not one.',
  why: 'An item that begins with # names one whole cache tag: up to 256 visible ASCII characters without commas. A * in it is a character, not a wildcard.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/invalidation-specifying-tags.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { text, path } of invalidatedTags(document)) {
      const problem = tagProblem(text.slice(1))
      if (problem !== null)
        yield {
          path,
          message: `“${text.slice(0, 40)}” names no cache tag: ${problem}, so CloudFront refuses it; write the tag as the origin sends it.`,
        }
      else if (text.endsWith('*'))
        yield {
          path,
          severity: 'warning',
          message: `“${text}” has a * that CloudFront takes as a character of the tag, so that nothing is removed; list whole tags.`,
        }
    }
  },
})
