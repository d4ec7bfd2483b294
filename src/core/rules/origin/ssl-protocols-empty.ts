import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originSslProtocolsEmpty = defineRule({
  id: 'origin/ssl-protocols-empty',
  severity: 'error',
  sees: 'origin',
  summary: 'The list of TLS versions to the origin is empty.',
  why: 'Where OriginSslProtocols is given it needs at least one version.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginSslProtocols.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      const protocols = known(origin.CustomOriginConfig)?.OriginSslProtocols
      if (!Array.isArray(protocols) || protocols.length > 0) continue
      const field = [...path, 'CustomOriginConfig', 'OriginSslProtocols']
      yield {
        path: field,
        message: `The origin “${nameOf(origin.Id)}” allows no TLS version, so CloudFront refuses it; allow TLSv1.2.`,
        fix: setAt(field, ['TLSv1.2'], 'Allow TLSv1.2'),
      }
    }
  },
})
