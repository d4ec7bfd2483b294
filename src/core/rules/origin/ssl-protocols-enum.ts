import type { Origin } from '#core/model/document.ts'
import { removeAt, setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

const isOnly = (origin: Origin) => (known(origin.CustomOriginConfig)?.OriginSslProtocols ?? []).length === 1

export const originSslProtocolsEnum = defineRule({
  id: 'origin/ssl-protocols-enum',
  severity: 'error',
  sees: 'origin',
  summary: 'A TLS version to the origin is unknown.',
  why: 'CloudFront takes SSLv3, TLSv1, TLSv1.1 and TLSv1.2; it uses TLS 1.3 by itself where the origin has it, and TLSv1.3 is not a value.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginSslProtocols.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      for (const [index, protocol] of (
        known(origin.CustomOriginConfig)?.OriginSslProtocols ?? []
      ).entries()) {
        const name: string | undefined = known(protocol)
        if (name === undefined || ['SSLv3', 'TLSv1', 'TLSv1.1', 'TLSv1.2'].includes(name)) continue
        const field = [...path, 'CustomOriginConfig', 'OriginSslProtocols', index]
        yield {
          path: field,
          message: `“${name}” is not a TLS version that an origin list takes, so CloudFront refuses it; use “TLSv1.2”.`,
          fix: isOnly(origin) ? setAt(field, 'TLSv1.2', 'Use TLSv1.2') : removeAt(field, `Remove “${name}”`),
        }
      }
    }
  },
})
