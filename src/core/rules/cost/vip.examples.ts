import type { RuleExamples } from '#core/rules/harness/examples.ts'

import { certificateArn, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    SNI: distribution({
      ViewerCertificate: { ACMCertificateArn: certificateArn(), SSLSupportMethod: 'sni-only' },
    }),
    'the default certificate, as CloudFront reports it': distribution({
      ViewerCertificate: { CloudFrontDefaultCertificate: true, SSLSupportMethod: 'vip' },
    }),
  },
  invalid: {
    dedicated: distribution({
      ViewerCertificate: { ACMCertificateArn: certificateArn(), SSLSupportMethod: 'vip' },
    }),
  },
}
