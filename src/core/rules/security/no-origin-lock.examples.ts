import type { RuleExamples } from '#core/rules/harness/examples.ts'

import { bucketOrigin, certificateArn, customOrigin, distribution, oac } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'a secret header': distribution({
      Origins: [
        customOrigin('web', {
          CustomHeaders: [
            { HeaderName: 'X-Origin-Verify', HeaderValue: '{{resolve:secretsmanager:verify}}' },
          ],
        }),
      ],
    }),
    'a client certificate': distribution({
      Origins: [
        customOrigin('web', {
          CustomOriginConfig: {
            HTTPPort: 80,
            HTTPSPort: 443,
            OriginProtocolPolicy: 'https-only',
            OriginMtlsConfig: { ClientCertificateArn: certificateArn() },
          },
        }),
      ],
    }),
    'a VPC origin': distribution({
      Origins: [
        { key: 'app', Id: 'app', DomainName: 'app.example.com', VpcOriginConfig: { VpcOriginId: 'vo_1' } },
      ],
    }),
    'a bucket': distribution({ Origins: [bucketOrigin('files')] }, { Oac: oac }),
    'a host that the deployment decides': distribution({
      Origins: [customOrigin('web', { DomainName: { unknown: '!Ref Host', expression: { Ref: 'Host' } } })],
    }),
  },
  invalid: {
    'a server': distribution({ Origins: [customOrigin('web')] }),
    'a load balancer': distribution({
      Origins: [customOrigin('app', { DomainName: 'app-1234567890.eu-west-1.elb.amazonaws.com' })],
    }),
  },
}
