import { quotaIn } from '#core/model/account.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const behaviorTooMany = defineRule({
  id: 'behavior/too-many',
  severity: 'error',
  summary: 'A distribution has at most 75 ordered behaviors.',
  why: '75 is the quota for cache behaviors; AWS raises it on request.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  code: 'TooManyCacheBehaviors',

  *check({ document, account }) {
    for (const { id, config, path } of distributionsIn(document)) {
      const count = (config.CacheBehaviors ?? []).length
      const most = quotaIn(account, 'cache-behaviors-per-distribution')
      if (count <= most) continue
      yield {
        path: [...path, 'CacheBehaviors'],
        message: `“${id}” has ${count} behaviors and the quota is ${most}, so CloudFront refuses it unless AWS has raised yours; merge patterns.`,
      }
    }
  },
})
