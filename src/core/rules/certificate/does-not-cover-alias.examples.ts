import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { certificateArn, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'nothing known of the certificate': distribution({
      Aliases: ['www.example.com'],
      ViewerCertificate: {
        ACMCertificateArn: certificateArn(),
        SSLSupportMethod: 'sni-only',
        MinimumProtocolVersion: 'TLSv1.2_2021',
      },
    }),
    'covered by a wildcard': distribution(
      {
        Aliases: ['www.example.com'],
        ViewerCertificate: {
          ACMCertificateArn: { ref: 'Cert' },
          SSLSupportMethod: 'sni-only',
          MinimumProtocolVersion: 'TLSv1.2_2021',
        },
      },
      { Cert: { type: 'AWS::CertificateManager::Certificate', config: { DomainName: '*.example.com' } } },
    ),
  },
  invalid: {
    'another name': distribution(
      {
        Aliases: ['a.b.example.com'],
        ViewerCertificate: {
          ACMCertificateArn: { ref: 'Cert' },
          SSLSupportMethod: 'sni-only',
          MinimumProtocolVersion: 'TLSv1.2_2021',
        },
      },
      { Cert: { type: 'AWS::CertificateManager::Certificate', config: { DomainName: '*.example.com' } } },
    ),
  },
}
