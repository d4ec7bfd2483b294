import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const responseHeadersPolicyRemoveServerDate = defineRule({
  id: 'response-headers-policy/remove-server-date',
  severity: 'info',
  sees: 'shared',
  summary: 'CloudFront adds a removed Server or Date header again.',
  why: 'CloudFront adds its own Server and Date after the origin’s are removed.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'ResponseHeadersPolicy')) {
      for (const [index, item] of (config.RemoveHeadersConfig ?? []).entries()) {
        const name = known(known(item)?.Header)
        if (name !== undefined && /^(server|date)$/i.test(name))
          yield {
            path: [...path, 'RemoveHeadersConfig', index],
            message: `“${name}”, which “${id}” removes, comes back with CloudFront's own value.`,
          }
      }
    }
  },
})
