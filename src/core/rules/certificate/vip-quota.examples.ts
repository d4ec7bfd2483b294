import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { certificateArn, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'none yet': distribution({
      Aliases: ['www.example.com'],
      ViewerCertificate: { ACMCertificateArn: certificateArn(), SSLSupportMethod: 'vip' },
    }),
  },
  invalid: {
    'two before': {
      document: distribution({
        Aliases: ['www.example.com'],
        ViewerCertificate: { ACMCertificateArn: certificateArn(), SSLSupportMethod: 'vip' },
      }),
      account: { dedicatedIpCertificates: ['a', 'b'] },
    },
  },
}
