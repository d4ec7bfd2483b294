import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known, knownItems } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const responseHeadersPolicyCorsOriginWildcardMixed = defineRule({
  id: 'response-headers-policy/cors-origin-wildcard-mixed',
  severity: 'warning',
  sees: 'shared',
  summary: 'CORS origins list both “*” and names.',
  why: '“*” contains every origin; beside others it may be refused.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'ResponseHeadersPolicy')) {
      const cors = known(config.CorsConfig)
      if (!cors) continue
      const at = [...path, 'CorsConfig']
      const origins = knownItems<unknown>(cors.AccessControlAllowOrigins)
      if (origins.length < 2 || !origins.includes('*')) continue
      const field = [...at, 'AccessControlAllowOrigins']
      yield {
        path: field,
        message: `“${id}” allows “*” beside other origins; keep one or the other.`,
        suggestions: [
          setAt(field, ['*'], 'Keep *'),
          setAt(
            field,
            origins.filter((one) => one !== '*'),
            'Remove *',
          ),
        ],
      }
    }
  },
})
