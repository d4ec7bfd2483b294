import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { certificateArn, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'us-east-1': distribution({
      Aliases: ['www.example.com'],
      ViewerCertificate: {
        ACMCertificateArn: certificateArn(),
        SSLSupportMethod: 'sni-only',
        MinimumProtocolVersion: 'TLSv1.2_2021',
      },
    }),
  },
  invalid: {
    'another region': distribution({
      Aliases: ['www.example.com'],
      ViewerCertificate: {
        ACMCertificateArn: certificateArn('eu-west-1'),
        SSLSupportMethod: 'sni-only',
        MinimumProtocolVersion: 'TLSv1.2_2021',
      },
    }),
  },
}
