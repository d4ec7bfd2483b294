import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const networkMtlsOptional = defineRule({
  id: 'network/mtls-optional',
  severity: 'info',
  profiles: ['security'],
  summary: 'Viewers without a client certificate are let in.',
  why: 'In the modes optional and passthrough CloudFront lets viewers without a certificate through; a connection function or the origin has to decide about them.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/mtls-validation-modes.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of distributionsIn(document)) {
      const mode: string | undefined = known(known(config.ViewerMtlsConfig)?.Mode)
      if (mode !== 'optional' && mode !== 'passthrough') continue
      const field = [...path, 'ViewerMtlsConfig', 'Mode']
      yield {
        path: field,
        message: `“${id}” lets viewers without a certificate through in the mode “${mode}”; decide about them in a connection function or at the origin, or use “required”.`,
        suggestions: [setAt(field, 'required', 'Require a certificate')],
      }
    }
  },
})
