import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const responseHeadersPolicyCorsHeaderWildcardPosition = defineRule({
  id: 'response-headers-policy/cors-header-wildcard-position',
  severity: 'warning',
  summary: 'An allowed header has a “*” in a place where it does nothing.',
  why: 'A wildcard within a name may be refused and no browser honours it.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'ResponseHeadersPolicy')) {
      const cors = known(config.CorsConfig)
      if (!cors) continue
      const at = [...path, 'CorsConfig']
      for (const [index, item] of (cors.AccessControlAllowHeaders ?? []).entries()) {
        const name = known(item)
        if (name === undefined || name === '*' || !name.includes('*')) continue
        yield {
          path: [...at, 'AccessControlAllowHeaders', index],
          message: `“${name}” in “${id}” is neither a header nor “*”; name each header.`,
        }
      }
    }
  },
})
