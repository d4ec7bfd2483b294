import { quotaNumber } from '#core/model/quotas.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { batchesIn } from '#core/rules/lookup/invalidation-batches.ts'

export const invalidationTooMany = defineRule({
  id: 'invalidation/too-many',
  covers: ['quota/active-invalidation-paths', 'quota/active-wildcard-invalidations', 'invalidation/cost'],
  severity: 'error',
  sees: 'shared',
  summary: 'An invalidation has too many paths.',
  why: 'More than that in progress at once is refused with BatchTooLarge or TooManyInvalidationsInProgress.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  code: 'TooManyInvalidationsInProgress',

  *check({ document }) {
    const limits = [
      { most: quotaNumber('active-wildcard-invalidations'), isWild: true, what: 'paths with a *' },
      { most: quotaNumber('active-invalidation-paths'), isWild: false, what: 'paths' },
    ]
    for (const { paths, path, scenario } of batchesIn(document))
      for (const { most, isWild, what } of limits) {
        const count = paths.filter((one) => one.endsWith('*') === isWild).length
        if (count <= most) continue
        yield {
          path,
          message: `An invalidation of the scenario “${scenario.name}” has ${count} ${what} and CloudFront takes ${most} at a time; use wider paths or several invalidations one after the other.`,
        }
      }
  },
})
