import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const responseHeadersPolicyCspLength = defineRule({
  id: 'response-headers-policy/csp-length',
  severity: 'error',
  summary: 'A content security policy has at most 1783 characters.',
  why: '1783 is the quota for a header value in a response headers policy.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  code: 'TooLongCSPInResponseHeadersPolicy',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'ResponseHeadersPolicy')) {
      const security = known(config.SecurityHeadersConfig)
      if (!security) continue
      const at = [...path, 'SecurityHeadersConfig']
      const policy = known(known(security.ContentSecurityPolicy)?.ContentSecurityPolicy)
      const field = [...at, 'ContentSecurityPolicy', 'ContentSecurityPolicy']
      if (policy === undefined) continue
      if (policy.length <= 1783) continue
      yield {
        path: field,
        message: `The content security policy of “${id}” has ${policy.length} characters and the quota is 1783, so CloudFront refuses it; shorten it.`,
      }
    }
  },
})
