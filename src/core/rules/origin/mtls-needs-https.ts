import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originMtlsNeedsHttps = defineRule({
  id: 'origin/mtls-needs-https',
  covers: ['origin/protocol-http-only'],
  severity: 'warning',
  sees: 'origin',
  summary: 'A client certificate is set for an origin that is not called over HTTPS.',
  why: 'A client certificate is part of the TLS handshake, and http-only has none.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CustomOriginConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      const custom = known(origin.CustomOriginConfig)
      if (custom?.OriginMtlsConfig === undefined || known(custom.OriginProtocolPolicy) !== 'http-only')
        continue
      const field = [...path, 'CustomOriginConfig', 'OriginProtocolPolicy']
      yield {
        path: field,
        message: `The origin “${nameOf(origin.Id)}” has a client certificate and is asked by HTTP, where it is never shown; use “https-only”.`,
        suggestions: [setAt(field, 'https-only', 'Use https-only')],
      }
    }
  },
})
