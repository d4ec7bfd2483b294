import { quotaIn } from '#core/model/account.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const groupTooMany = defineRule({
  id: 'group/too-many',
  severity: 'error',
  summary: 'A distribution has at most 10 origin groups.',
  why: '10 is the quota for the origin groups of a distribution.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  code: 'TooManyOriginGroupsPerDistribution',

  *check({ document, account }) {
    for (const { id, config, path } of distributionsIn(document)) {
      const count = (config.OriginGroups ?? []).length
      if (count > quotaIn(account, 'origin-groups-per-distribution'))
        yield {
          path: [...path, 'OriginGroups'],
          message: `“${id}” has ${count} origin groups, more than the quota, so CloudFront refuses it; use fewer.`,
        }
    }
  },
})
