import { quotaIn } from '#core/model/account.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const originTooMany = defineRule({
  id: 'origin/too-many',
  severity: 'error',
  summary: 'A distribution has at most 100 origins.',
  why: '100 is the quota for origins; AWS raises it on request.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  code: 'TooManyOrigins',

  *check({ document, account }) {
    for (const { id, config, path } of distributionsIn(document)) {
      const count = (config.Origins ?? []).length
      const most = quotaIn(account, 'origins-per-distribution')
      if (count <= most) continue
      yield {
        path: [...path, 'Origins'],
        message: `“${id}” has ${count} origins and the quota is ${most}, so CloudFront refuses it unless AWS has raised yours; remove some.`,
      }
    }
  },
})
