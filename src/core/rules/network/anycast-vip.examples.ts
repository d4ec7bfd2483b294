import type { RuleExamples } from '#core/rules/harness/examples.ts'

import { certificateArn, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    SNI: distribution({
      AnycastIpListId: 'aip_1',
      ViewerCertificate: { ACMCertificateArn: certificateArn(), SSLSupportMethod: 'sni-only' },
    }),
    'the default certificate, as CloudFront reports it': distribution({
      AnycastIpListId: 'aip_1',
      ViewerCertificate: { CloudFrontDefaultCertificate: true, SSLSupportMethod: 'vip' },
    }),
    'dedicated addresses alone': distribution({
      ViewerCertificate: { ACMCertificateArn: certificateArn(), SSLSupportMethod: 'vip' },
    }),
  },
  invalid: {
    both: distribution({
      AnycastIpListId: 'aip_1',
      ViewerCertificate: { ACMCertificateArn: certificateArn(), SSLSupportMethod: 'vip' },
    }),
  },
}
