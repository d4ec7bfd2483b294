import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { certificateArn, distribution } from '#fixtures/build.ts'
import { withCertificate } from '#fixtures/build-around.ts'

export const examples: RuleExamples = {
  valid: {
    'made in us-east-1': withCertificate({}, { region: 'us-east-1' }),
    'made where the deployment decides': withCertificate({}),
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
    'made in another region': withCertificate({}, { region: 'eu-west-1' }),
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
