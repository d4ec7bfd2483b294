import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { certificateArn, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    '2048': {
      document: distribution({
        Aliases: ['www.example.com'],
        ViewerCertificate: {
          ACMCertificateArn: certificateArn(),
          SSLSupportMethod: 'sni-only',
          MinimumProtocolVersion: 'TLSv1.2_2021',
        },
      }),
      account: {
        certificates: [{ Arn: certificateArn(), DomainNames: ['www.example.com'], KeyAlgorithm: 'RSA_2048' }],
      },
    },
  },
  invalid: {
    '8192': {
      document: distribution({
        Aliases: ['www.example.com'],
        ViewerCertificate: {
          ACMCertificateArn: certificateArn(),
          SSLSupportMethod: 'sni-only',
          MinimumProtocolVersion: 'TLSv1.2_2021',
        },
      }),
      account: {
        certificates: [{ Arn: certificateArn(), DomainNames: ['www.example.com'], KeyAlgorithm: 'RSA_8192' }],
      },
    },
    '1024': {
      document: distribution({
        Aliases: ['www.example.com'],
        ViewerCertificate: {
          ACMCertificateArn: certificateArn(),
          SSLSupportMethod: 'sni-only',
          MinimumProtocolVersion: 'TLSv1.2_2021',
        },
      }),
      account: {
        certificates: [{ Arn: certificateArn(), DomainNames: ['www.example.com'], KeyAlgorithm: 'RSA_1024' }],
      },
    },
  },
}
