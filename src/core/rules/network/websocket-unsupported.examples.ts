import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { behavior, customOrigin, distribution } from '#fixtures/build.ts'

const to = (more: Parameters<typeof customOrigin>[1]) =>
  distribution({
    Origins: [customOrigin('web'), customOrigin('live', more)],
    CacheBehaviors: [behavior('/ws/*', 'live')],
  })

export const examples: RuleExamples = {
  valid: { 'a public server': to({}) },
  invalid: {
    'a client certificate': to({
      CustomOriginConfig: {
        OriginProtocolPolicy: 'https-only',
        OriginSslProtocols: ['TLSv1.2'],
        OriginMtlsConfig: {
          ClientCertificateArn:
            'arn:aws:acm:us-east-1:111122223333:certificate/11111111-2222-3333-4444-555555555555',
        },
      },
    }),
  },
}
