import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const responseHeadersPolicyCorsMethodsEnum = defineRule({
  id: 'response-headers-policy/cors-methods-enum',
  severity: 'error',
  sees: 'shared',
  summary: 'A CORS method is unknown.',
  why: 'GET, HEAD, PUT, POST, PATCH, DELETE, OPTIONS and ALL; others are refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ResponseHeadersPolicyAccessControlAllowMethods.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { config, path } of resourcesOf(document, 'ResponseHeadersPolicy')) {
      const cors = known(config.CorsConfig)
      if (!cors) continue
      const at = [...path, 'CorsConfig']
      for (const [index, item] of (cors.AccessControlAllowMethods ?? []).entries()) {
        const method = known(item)
        if (
          method === undefined ||
          ['ALL', 'GET', 'HEAD', 'PUT', 'POST', 'PATCH', 'DELETE', 'OPTIONS'].includes(method)
        )
          continue
        yield {
          path: [...at, 'AccessControlAllowMethods', index],
          message: `“${method}” is not a method that CloudFront takes for CORS; use GET, HEAD, PUT, POST, PATCH, DELETE, OPTIONS or ALL.`,
        }
      }
    }
  },
})
