import { resourcesOf } from '#core/model/distribution.ts'
import { isWhollyKnown, known, knownItems } from '#core/model/field.ts'
import { quotaNumber } from '#core/model/quotas.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const responseHeadersPolicyCorsOriginLength = defineRule({
  id: 'response-headers-policy/cors-origin-length',
  severity: 'error',
  summary: 'The allowed origins of a policy fit into one header.',
  why: 'CloudFront keeps at most 1,783 characters for Access-Control-Allow-Origin and refuses a policy whose origins are longer together.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'ResponseHeadersPolicy')) {
      const origins = known(config.CorsConfig)?.AccessControlAllowOrigins
      if (!origins || !isWhollyKnown(origins)) continue
      const { length } = knownItems(origins).join(',')
      const most = quotaNumber('acao-header-value-length')
      if (length <= most) continue
      yield {
        path: [...path, 'CorsConfig', 'AccessControlAllowOrigins'],
        message: `The origins that “${id}” allows have ${length} characters together and CloudFront takes ${most}; use a wildcard such as “https://*.example.com”, or split the policy.`,
      }
    }
  },
})
