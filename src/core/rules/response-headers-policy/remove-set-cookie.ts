import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const responseHeadersPolicyRemoveSetCookie = defineRule({
  id: 'response-headers-policy/remove-set-cookie',
  severity: 'info',
  sees: 'shared',
  summary: 'A response headers policy removes Set-Cookie.',
  why: 'Without Set-Cookie the origin can neither start nor renew sessions.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'ResponseHeadersPolicy')) {
      for (const [index, item] of (config.RemoveHeadersConfig ?? []).entries()) {
        const name = known(known(item)?.Header)
        if (name !== undefined && /^set-cookie$/i.test(name))
          yield {
            path: [...path, 'RemoveHeadersConfig', index],
            message: `“${name}”, which “${id}” removes, carries sessions; viewers lose them.`,
          }
      }
    }
  },
})
