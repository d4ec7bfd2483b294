import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const responseHeadersPolicyCorsMaxAge = defineRule({
  id: 'response-headers-policy/cors-max-age',
  severity: 'error',
  sees: 'shared',
  summary: 'AccessControlMaxAgeSec is out of range.',
  why: 'Negative times are refused, and browsers keep a preflight at most a day.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ResponseHeadersPolicyCorsConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'ResponseHeadersPolicy')) {
      const cors = known(config.CorsConfig)
      if (!cors) continue
      const at = [...path, 'CorsConfig']
      const age = known(cors.AccessControlMaxAgeSec)
      if (typeof age !== 'number' || (age >= 0 && age <= 86_400)) continue
      const field = [...at, 'AccessControlMaxAgeSec']
      const near = age < 0 ? 0 : 86_400
      yield {
        path: field,
        severity: age < 0 ? 'error' : 'warning',
        message: `Preflights in “${id}” last ${age} seconds, ${age < 0 ? 'which CloudFront refuses' : 'which is more than browsers keep'}; use ${near}.`,
        fix: setAt(field, near, `Use ${near}`),
      }
    }
  },
})
