import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { certificateArn, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    Amazon: {
      document: distribution({
        Aliases: ['www.example.com'],
        ViewerCertificate: {
          ACMCertificateArn: certificateArn(),
          SSLSupportMethod: 'sni-only',
          MinimumProtocolVersion: 'TLSv1.2_2021',
        },
      }),
      account: {
        certificates: [
          {
            Arn: certificateArn(),
            DomainNames: ['www.example.com'],
            Subject: 'CN=www.example.com',
            Issuer: 'Amazon',
          },
        ],
      },
    },
  },
  invalid: {
    itself: {
      document: distribution({
        Aliases: ['www.example.com'],
        ViewerCertificate: {
          ACMCertificateArn: certificateArn(),
          SSLSupportMethod: 'sni-only',
          MinimumProtocolVersion: 'TLSv1.2_2021',
        },
      }),
      account: {
        certificates: [
          {
            Arn: certificateArn(),
            DomainNames: ['www.example.com'],
            Subject: 'CN=www.example.com',
            Issuer: 'CN=www.example.com',
          },
        ],
      },
    },
  },
}
