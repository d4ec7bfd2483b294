import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const responseHeadersPolicyRemoveVary = defineRule({
  id: 'response-headers-policy/remove-vary',
  severity: 'info',
  sees: 'shared',
  summary: 'A response headers policy removes Vary.',
  why: 'Without Vary other caches mix responses that differ by request headers.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'ResponseHeadersPolicy')) {
      for (const [index, item] of (config.RemoveHeadersConfig ?? []).entries()) {
        const name = known(known(item)?.Header)
        if (name !== undefined && /^vary$/i.test(name))
          yield {
            path: [...path, 'RemoveHeadersConfig', index],
            message: `“${name}”, which “${id}” removes, is needed by browsers and proxies where the response depends on request headers; keep it.`,
          }
      }
    }
  },
})
