import { setAt } from '#core/model/edit.ts'
import { quotaNumber } from '#core/model/quotas.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { batchesIn } from '#core/rules/lookup/invalidation-batches.ts'

export const invalidationCost = defineRule({
  id: 'invalidation/cost',
  severity: 'info',
  sees: 'shared',
  profiles: ['cost'],
  summary: 'An invalidation has many paths.',
  why: 'The first 1,000 paths of a month are free, and /* counts as one; with versions in file names nothing has to be invalidated.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/PayingForInvalidation.html',
  code: null,

  *check({ document }) {
    const free = quotaNumber('free-invalidation-paths-per-month')
    for (const { paths, path, scenario } of batchesIn(document)) {
      const all = paths.find((one) => one === '/*')
      if (all !== undefined && paths.length > 1)
        yield {
          path,
          message: `An invalidation of the scenario “${scenario.name}” has “/*”, which takes in its ${paths.length - 1} other paths, and each is counted; keep “/*” alone.`,
          suggestions: [setAt(path, ['/*'], 'Keep “/*” alone')],
        }
      else if (paths.length > free)
        yield {
          path,
          message: `An invalidation of the scenario “${scenario.name}” has ${paths.length} paths, and those beyond ${free} a month are paid for; use wider paths, or versions in file names.`,
          suggestions: [setAt(path, ['/*'], 'Invalidate everything by one path')],
        }
    }
  },
})
