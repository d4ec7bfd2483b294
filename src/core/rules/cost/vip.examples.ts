import type { RuleExamples } from '#core/rules/examples.ts'

import { certificateArn, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    SNI: distribution({
      ViewerCertificate: { ACMCertificateArn: certificateArn(), SSLSupportMethod: 'sni-only' },
    }),
    'the default certificate': distribution(),
  },
  invalid: {
    dedicated: distribution({
      ViewerCertificate: { ACMCertificateArn: certificateArn(), SSLSupportMethod: 'vip' },
    }),
  },
}
