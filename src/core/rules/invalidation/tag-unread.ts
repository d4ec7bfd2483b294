import { distributionsIn } from '#core/model/distribution.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { invalidatedTags } from '#core/rules/lookup/invalidation-batches.ts'

export const invalidationTagUnread = defineRule({
  id: 'invalidation/tag-unread',
  severity: 'warning',
  sees: 'all',
  summary: 'A cache tag is invalidated, and the distribution reads none.',
  why: 'CloudFront reads tags from the header that CacheTagConfig names. Without it no object has a tag, and the invalidation removes nothing.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/invalidation-specifying-tags.html',
  code: null,

  *check({ document }) {
    const all = distributionsIn(document)
    for (const { text, path, batch } of invalidatedTags(document)) {
      const name = batch.scenario.distribution
      const site = all.find(({ id }) => id === name) ?? (all.length === 1 ? all[0] : undefined)
      if (!site || site.config.CacheTagConfig !== undefined) continue
      yield {
        path,
        message: `“${text}” is a cache tag, and “${site.id}” has no CacheTagConfig, so that nothing is removed; name there the header in which the origin sends tags.`,
      }
    }
  },
})
