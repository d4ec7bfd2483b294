import { quotaIn } from '#core/model/account.ts'
import { resourcesOf } from '#core/model/distribution.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const responseHeadersPolicyCustomHeadersCount = defineRule({
  id: 'response-headers-policy/custom-headers-count',
  severity: 'error',
  summary: 'A response headers policy lists at most 10 headers of a kind.',
  why: '10 is the quota for custom headers and for headers to remove.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  code: 'TooManyCustomHeadersInResponseHeadersPolicy',

  *check({ document, account }) {
    const most = quotaIn(account, 'custom-headers-per-response-headers-policy')
    for (const { id, config, path } of resourcesOf(document, 'ResponseHeadersPolicy')) {
      const count = (config.CustomHeadersConfig ?? []).length
      if (count <= most) continue
      yield {
        path: [...path, 'CustomHeadersConfig'],
        message: `“${id}” lists ${count} headers and the quota is ${most}, so CloudFront answers TooManyCustomHeadersInResponseHeadersPolicy; list fewer.`,
      }
    }
  },
})
