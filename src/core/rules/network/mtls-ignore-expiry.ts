import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const networkMtlsIgnoreExpiry = defineRule({
  id: 'network/mtls-ignore-expiry',
  severity: 'warning',
  profiles: ['security'],
  summary: 'Expired client certificates are accepted.',
  why: 'With IgnoreCertificateExpiry CloudFront takes client certificates whose time is over, so that an old key that leaked keeps working.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_TrustStoreConfig.html',
  code: null,
  shows: { request: { url: '/', viewer: { certificate: 'expired' } }, outcome: { status: 200 } },

  *check({ document }) {
    for (const { id, config, path } of distributionsIn(document)) {
      const store = known(known(config.ViewerMtlsConfig)?.TrustStoreConfig)
      if (known(store?.IgnoreCertificateExpiry) !== true) continue
      const field = [...path, 'ViewerMtlsConfig', 'TrustStoreConfig', 'IgnoreCertificateExpiry']
      yield {
        path: field,
        message: `“${id}” takes client certificates that have expired; set IgnoreCertificateExpiry to false.`,
        suggestions: [setAt(field, false, 'Refuse expired certificates')],
      }
    }
  },
})
