import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const responseHeadersPolicyCspNewline = defineRule({
  id: 'response-headers-policy/csp-newline',
  severity: 'error',
  sees: 'shared',
  summary: 'The content security policy has a line break.',
  why: 'A header value holds no line breaks; CloudFront refuses them.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'ResponseHeadersPolicy')) {
      const security = known(config.SecurityHeadersConfig)
      if (!security) continue
      const at = [...path, 'SecurityHeadersConfig']
      const policy = known(known(security.ContentSecurityPolicy)?.ContentSecurityPolicy)
      const field = [...at, 'ContentSecurityPolicy', 'ContentSecurityPolicy']
      if (policy === undefined) continue
      if (!/[\r\n]/.test(policy)) continue
      yield {
        path: field,
        message: `The content security policy of “${id}” has line breaks, so CloudFront refuses it; write it on one line.`,
        fix: setAt(field, policy.replace(/\s+/g, ' ').trim(), 'Write it on one line'),
      }
    }
  },
})
