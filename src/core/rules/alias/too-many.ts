import { quotaIn } from '#core/model/account.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const aliasTooMany = defineRule({
  id: 'alias/too-many',
  severity: 'error',
  summary: 'A distribution has at most 100 alternate domain names.',
  why: '100 is the quota for a distribution unless AWS raised it.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  code: 'TooManyDistributionCNAMEs',

  *check({ document, account }) {
    for (const { id, config, path } of distributionsIn(document)) {
      const limit = quotaIn(account, 'aliases-per-distribution')
      const aliases = config.Aliases ?? []
      if (aliases.length <= limit) continue
      yield {
        path: [...path, 'Aliases'],
        message: `“${id}” has ${aliases.length} alternate domain names and the quota is ${limit}, so CloudFront answers TooManyDistributionCNAMEs; ask for more or use a wildcard.`,
      }
    }
  },
})
