import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const responseHeadersPolicyCspQuality = defineRule({
  id: 'response-headers-policy/csp-quality',
  severity: 'info',
  sees: 'shared',
  profiles: ['security'],
  summary: 'The content security policy protects little.',
  why: 'unsafe-inline, unsafe-eval and wildcards let injected scripts run; without default-src and frame-ancestors the rest is open.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'ResponseHeadersPolicy')) {
      const security = known(config.SecurityHeadersConfig)
      if (!security) continue
      const at = [...path, 'SecurityHeadersConfig']
      const policy = known(known(security.ContentSecurityPolicy)?.ContentSecurityPolicy)
      const field = [...at, 'ContentSecurityPolicy', 'ContentSecurityPolicy']
      if (policy === undefined) continue
      const weak = [
        ...["'unsafe-inline'", "'unsafe-eval'"].filter((word) => policy.includes(word)),
        ...(/(^|\s)\*(\s|;|$)/.test(policy) ? ['*'] : []),
        ...['default-src', 'frame-ancestors']
          .filter((word) => !policy.includes(word))
          .map((word) => `no ${word}`),
      ]
      if (weak.length === 0) continue
      yield {
        path: field,
        message: `The content security policy of “${id}” has gaps (${weak.join(', ')}); close what the site does not need.`,
      }
    }
  },
})
