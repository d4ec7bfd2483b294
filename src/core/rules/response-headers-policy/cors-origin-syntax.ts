import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const responseHeadersPolicyCorsOriginSyntax = defineRule({
  id: 'response-headers-policy/cors-origin-syntax',
  severity: 'error',
  sees: 'shared',
  summary: 'A CORS origin is not valid.',
  why: 'Origins have no path. A wildcard is allowed only as the leftmost label of the host.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { config, path } of resourcesOf(document, 'ResponseHeadersPolicy')) {
      const cors = known(config.CorsConfig)
      if (!cors) continue
      const at = [...path, 'CorsConfig']

      for (const [index, item] of (cors.AccessControlAllowOrigins ?? []).entries()) {
        const origin = known(item)
        if (
          origin === undefined ||
          origin === '*' ||
          /^(https?:\/\/)?(\*\.)?([A-Za-z0-9_-]+\.)*[A-Za-z0-9_-]+(:(?:\d|\*)+)?$/.test(origin)
        )
          continue
        const bare = origin.replace(/^(https?:\/\/[^/]+)\/.*$/i, '$1')
        const field = [...at, 'AccessControlAllowOrigins', index]
        yield {
          path: field,
          message: `“${origin}” is not an origin that CloudFront takes; write scheme and host, as in “https://example.com” or “https://*.example.com”.`,
          ...(origin.endsWith('/') && origin === `${bare}/` && { fix: setAt(field, bare, `Use “${bare}”`) }),
        }
      }
    }
  },
})
