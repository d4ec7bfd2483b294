import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { certificateArn, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    one: distribution({
      Aliases: ['www.example.com'],
      ViewerCertificate: {
        ACMCertificateArn: certificateArn(),
        SSLSupportMethod: 'sni-only',
        MinimumProtocolVersion: 'TLSv1.2_2021',
      },
    }),
  },
  invalid: {
    two: distribution(
      {
        Aliases: ['a.example.com'],
        ViewerCertificate: {
          ACMCertificateArn: certificateArn(),
          SSLSupportMethod: 'sni-only',
          MinimumProtocolVersion: 'TLSv1.2_2021',
        },
      },
      {
        Other: {
          type: 'Distribution',
          config: {
            HttpVersion: 'http1.1',
            Aliases: ['b.example.com'],
            ViewerCertificate: {
              ACMCertificateArn: certificateArn(),
              SSLSupportMethod: 'sni-only',
              MinimumProtocolVersion: 'TLSv1.2_2021',
            },
          },
        },
      },
    ),
  },
}
