import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const responseHeadersPolicyCorsRequired = defineRule({
  id: 'response-headers-policy/cors-required',
  severity: 'error',
  sees: 'shared',
  summary: 'CORS settings are incomplete.',
  why: 'CloudFront wants origins, headers and methods (each at least one), credentials and OriginOverride.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ResponseHeadersPolicyCorsConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'ResponseHeadersPolicy')) {
      const cors = known(config.CorsConfig)
      if (!cors) continue
      const at = [...path, 'CorsConfig']
      for (const field of [
        'AccessControlAllowOrigins',
        'AccessControlAllowHeaders',
        'AccessControlAllowMethods',
      ] as const)
        if ((cors[field] ?? []).length === 0)
          yield {
            path: [...at, field],
            message: `The CORS settings of “${id}” lack ${field}, so CloudFront refuses them; list at least one.`,
          }
      for (const field of ['AccessControlAllowCredentials', 'OriginOverride'] as const)
        if (cors[field] === undefined)
          yield {
            path: [...at, field],
            message: `The CORS settings of “${id}” lack ${field}, so CloudFront refuses them; set true or false.`,
          }
    }
  },
})
