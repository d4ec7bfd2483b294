import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { certificateArn, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    prime256v1: {
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
          { Arn: certificateArn(), DomainNames: ['www.example.com'], KeyAlgorithm: 'EC_prime256v1' },
        ],
      },
    },
  },
  invalid: {
    secp384r1: {
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
          { Arn: certificateArn(), DomainNames: ['www.example.com'], KeyAlgorithm: 'EC_secp384r1' },
        ],
      },
    },
  },
}
