import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    alone: distribution({ ViewerCertificate: { CloudFrontDefaultCertificate: true } }),
    'as CloudFront answers': distribution({
      ViewerCertificate: {
        CloudFrontDefaultCertificate: true,
        SSLSupportMethod: 'vip',
        MinimumProtocolVersion: 'TLSv1',
      },
    }),
  },
  invalid: {
    'a minimum': distribution({
      ViewerCertificate: { CloudFrontDefaultCertificate: true, MinimumProtocolVersion: 'TLSv1.2_2021' },
    }),
  },
}
