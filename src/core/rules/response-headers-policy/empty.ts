import { resourcesOf } from '#core/model/distribution.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const responseHeadersPolicyEmpty = defineRule({
  id: 'response-headers-policy/empty',
  severity: 'error',
  sees: 'shared',
  summary: 'A response headers policy has no settings.',
  why: 'A policy without a section does nothing and may be refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ResponseHeadersPolicyConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'ResponseHeadersPolicy')) {
      if (config.CorsConfig ?? config.SecurityHeadersConfig ?? config.ServerTimingHeadersConfig) continue
      if ((config.CustomHeadersConfig ?? []).length > 0 || (config.RemoveHeadersConfig ?? []).length > 0)
        continue
      yield { path, message: `“${id}” sets and removes no header; fill it or remove it.` }
    }
  },
})
