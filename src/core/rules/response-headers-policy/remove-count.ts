import { quotaIn } from '#core/model/account.ts'
import { resourcesOf } from '#core/model/distribution.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const responseHeadersPolicyRemoveCount = defineRule({
  id: 'response-headers-policy/remove-count',
  severity: 'error',
  summary: 'A response headers policy lists at most 10 headers of a kind.',
  why: '10 is the quota for custom headers and for headers to remove.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  code: 'TooManyRemoveHeadersInResponseHeadersPolicy',

  *check({ document, account }) {
    const most = quotaIn(account, 'remove-headers-per-response-headers-policy')
    for (const { id, config, path } of resourcesOf(document, 'ResponseHeadersPolicy')) {
      const count = (config.RemoveHeadersConfig ?? []).length
      if (count <= most) continue
      yield {
        path: [...path, 'RemoveHeadersConfig'],
        message: `“${id}” lists ${count} headers and the quota is ${most}, so CloudFront answers TooManyRemoveHeadersInResponseHeadersPolicy; list fewer.`,
      }
    }
  },
})
