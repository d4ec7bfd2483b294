import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const responseHeadersPolicyCorsHeaderWildcardPosition = defineRule({
  id: 'response-headers-policy/cors-header-wildcard-position',
  severity: 'warning',
  sees: 'shared',
  summary: 'An allowed header has a “*” in a place where it does nothing.',
  why: 'CloudFront takes a * for a part of a header name, as in x-amz-* or x-*-amz. More than letters, digits, hyphens and one * is not a header name.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'ResponseHeadersPolicy')) {
      const cors = known(config.CorsConfig)
      if (!cors) continue
      const at = [...path, 'CorsConfig']
      for (const [index, item] of (cors.AccessControlAllowHeaders ?? []).entries()) {
        const name = known(item)
        if (name === undefined || /^(?:\*|[A-Za-z0-9-]*\*?[A-Za-z0-9-]*)$/.test(name)) continue
        yield {
          path: [...at, 'AccessControlAllowHeaders', index],
          message: `“${name}” in “${id}” is not a header name or a pattern of one; write a name, “*”, or a pattern such as “x-amz-*”.`,
        }
      }
    }
  },
})
