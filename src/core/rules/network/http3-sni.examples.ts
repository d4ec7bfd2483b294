import type { RuleExamples } from '#core/rules/harness/examples.ts'

import { certificateArn, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'HTTP/3 by SNI': distribution({
      HttpVersion: 'http2and3',
      ViewerCertificate: { ACMCertificateArn: certificateArn(), SSLSupportMethod: 'sni-only' },
    }),
    'dedicated addresses with HTTP/2': distribution({
      HttpVersion: 'http2',
      ViewerCertificate: { ACMCertificateArn: certificateArn(), SSLSupportMethod: 'vip' },
    }),
    'the default certificate, as CloudFront reports it': distribution({
      HttpVersion: 'http2and3',
      ViewerCertificate: { CloudFrontDefaultCertificate: true, SSLSupportMethod: 'vip' },
    }),
    'a version that the deployment decides': distribution({
      HttpVersion: { unknown: '!Ref Version', expression: { Ref: 'Version' } },
      ViewerCertificate: { ACMCertificateArn: certificateArn(), SSLSupportMethod: 'vip' },
    }),
  },
  invalid: {
    'HTTP/2 and HTTP/3': distribution({
      HttpVersion: 'http2and3',
      ViewerCertificate: { ACMCertificateArn: certificateArn(), SSLSupportMethod: 'vip' },
    }),
    'HTTP/3': distribution({
      HttpVersion: 'http3',
      ViewerCertificate: { ACMCertificateArn: certificateArn(), SSLSupportMethod: 'vip' },
    }),
  },
}
