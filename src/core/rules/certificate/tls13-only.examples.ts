import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { certificateArn, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    '1.2': distribution({
      Aliases: ['www.example.com'],
      ViewerCertificate: {
        ACMCertificateArn: certificateArn(),
        SSLSupportMethod: 'sni-only',
        MinimumProtocolVersion: 'TLSv1.2_2021',
      },
    }),
  },
  invalid: {
    '1.3': distribution({
      Aliases: ['www.example.com'],
      ViewerCertificate: {
        ACMCertificateArn: certificateArn(),
        SSLSupportMethod: 'sni-only',
        MinimumProtocolVersion: 'TLSv1.3_2025',
      },
    }),
  },
}
