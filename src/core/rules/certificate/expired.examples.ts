import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { certificateArn, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    issued: {
      document: distribution({
        Aliases: ['www.example.com'],
        ViewerCertificate: {
          ACMCertificateArn: certificateArn(),
          SSLSupportMethod: 'sni-only',
          MinimumProtocolVersion: 'TLSv1.2_2021',
        },
      }),
      account: {
        certificates: [{ Arn: certificateArn(), DomainNames: ['www.example.com'], Status: 'ISSUED' }],
      },
    },
  },
  invalid: {
    pending: {
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
          { Arn: certificateArn(), DomainNames: ['www.example.com'], Status: 'PENDING_VALIDATION' },
        ],
      },
    },
    over: {
      document: distribution({
        Aliases: ['www.example.com'],
        ViewerCertificate: {
          ACMCertificateArn: certificateArn(),
          SSLSupportMethod: 'sni-only',
          MinimumProtocolVersion: 'TLSv1.2_2021',
        },
      }),
      account: {
        readAt: '2026-02-01T00:00:00Z',
        certificates: [{ Arn: certificateArn(), DomainNames: [], NotAfter: '2026-01-01T00:00:00Z' }],
      },
    },
  },
}
