import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { keyedNames } from '#core/rules/lookup/forwarded-names.ts'
import { invalidatedPaths } from '#core/rules/lookup/invalidation-batches.ts'
import { behaviorServing } from '#core/rules/lookup/routing.ts'

export const invalidationQueryString = defineRule({
  id: 'invalidation/query-string',
  severity: 'info',
  sees: 'all',
  profiles: ['recommended'],
  summary: 'An invalidation path leaves out the query string of its object.',
  why: 'Where query strings are in the cache key, a path without one removes only the object that was asked for without.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/invalidation-specifying-objects.html',
  code: null,

  *check({ document }) {
    for (const { text, path, batch } of invalidatedPaths(document)) {
      if (text.includes('?') || text.endsWith('*') || !text.startsWith('/')) continue
      const all = distributionsIn(document)
      const name = batch.scenario.distribution
      const site = all.find(({ id }) => id === name) ?? (all.length === 1 ? all[0] : undefined)
      const served = site && behaviorServing(site, text)
      const keyed = served && keyedNames(document, served.behavior, 'query strings')
      if (!served || !keyed || keyed.how === 'none') continue
      yield {
        path,
        message: `“${text}” is cached by its query string too, so objects asked for with one stay; add the query string, or use “${text}*”.`,
        suggestions: [setAt(path, `${text}*`, `Use “${text}*”`)],
      }
    }
  },
})
