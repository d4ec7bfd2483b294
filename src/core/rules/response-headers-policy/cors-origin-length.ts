import { resourcesOf } from '#core/model/distribution.ts'
import { known, knownItems } from '#core/model/field.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'

export const responseHeadersPolicyCorsOriginLength = defineQuotaRule({
  id: 'response-headers-policy/cors-origin-length',
  name: 'acao-header-value-length',
  scope: 'design',
  sees: 'shared',
  summary: 'The allowed origins of a policy are too long together.',
  counted: 'characters of allowed origins',
  code: 'InvalidArgument',
  isLength: true,

  *usages({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'ResponseHeadersPolicy')) {
      const names = knownItems(known(config.CorsConfig)?.AccessControlAllowOrigins)
      const used = names.reduce((sum, name) => sum + name.length, 0)
      yield { owner: `“${id}”`, used, path: [...path, 'CorsConfig', 'AccessControlAllowOrigins'] }
    }
  },
})
