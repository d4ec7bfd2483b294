import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known, knownItems } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const responseHeadersPolicyCorsMethodsAllMixed = defineRule({
  id: 'response-headers-policy/cors-methods-all-mixed',
  severity: 'error',
  sees: 'shared',
  summary: 'CORS methods list both ALL and names.',
  why: 'ALL contains every method; beside others it is refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ResponseHeadersPolicyAccessControlAllowMethods.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'ResponseHeadersPolicy')) {
      const cors = known(config.CorsConfig)
      if (!cors) continue
      const at = [...path, 'CorsConfig']
      const methods = knownItems(cors.AccessControlAllowMethods)
      if (methods.length < 2 || !methods.includes('ALL')) continue
      const field = [...at, 'AccessControlAllowMethods']
      yield {
        path: field,
        message: `“${id}” allows ALL beside other methods, which CloudFront refuses; keep ALL.`,
        fix: setAt(field, ['ALL'], 'Keep ALL'),
      }
    }
  },
})
