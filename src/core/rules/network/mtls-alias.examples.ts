import type { RuleExamples } from '#core/rules/harness/examples.ts'

import { certificateArn, distribution } from '#fixtures/build.ts'

const ViewerMtlsConfig = { Mode: 'required', TrustStoreConfig: { TrustStoreId: 'ts_1' } } as const

export const examples: RuleExamples = {
  valid: {
    'its own': distribution({ ViewerMtlsConfig, ViewerCertificate: { ACMCertificateArn: certificateArn() } }),
    'no client certificates': distribution(),
    'a certificate that the deployment decides': distribution({
      ViewerMtlsConfig,
      ViewerCertificate: { unknown: '!If [Own, …]', expression: { 'Fn::If': [] } },
    }),
  },
  invalid: {
    none: distribution({ ViewerMtlsConfig }),
    default: distribution({ ViewerMtlsConfig, ViewerCertificate: { CloudFrontDefaultCertificate: true } }),
  },
}
