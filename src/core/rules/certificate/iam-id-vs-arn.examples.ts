import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'an id': distribution({
      Aliases: ['www.example.com'],
      ViewerCertificate: {
        IAMCertificateId: 'ASCAEXAMPLEEXAMPLE123',
        SSLSupportMethod: 'sni-only',
        MinimumProtocolVersion: 'TLSv1.2_2021',
      },
    }),
  },
  invalid: {
    'an ARN': distribution({
      Aliases: ['www.example.com'],
      ViewerCertificate: {
        IAMCertificateId: 'arn:aws:iam::111122223333:server-certificate/cloudfront/site',
        SSLSupportMethod: 'sni-only',
      },
    }),
    'a name': distribution({
      Aliases: ['www.example.com'],
      ViewerCertificate: { IAMCertificateId: 'my-site', SSLSupportMethod: 'sni-only' },
    }),
  },
}
