import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, defaultBehavior, distribution } from '#fixtures/build.ts'

const CustomOriginConfig = {
  OriginProtocolPolicy: 'https-only' as const,
  OriginSslProtocols: ['TLSv1.2' as const],
  OriginMtlsConfig: {
    ClientCertificateArn:
      'arn:aws:acm:us-east-1:111122223333:certificate/11111111-2222-3333-4444-555555555555',
  },
}
const running = (EventType: 'viewer-request' | 'origin-request') =>
  distribution({
    Origins: [customOrigin('web', { CustomOriginConfig })],
    DefaultCacheBehavior: defaultBehavior('web', {
      LambdaFunctionAssociations: [
        { EventType, LambdaFunctionARN: 'arn:aws:lambda:us-east-1:111122223333:function:edge:1' },
      ],
    }),
  })

export const examples: RuleExamples = {
  valid: { 'a viewer event': running('viewer-request') },
  invalid: {
    'an origin event': running('origin-request'),
    gRPC: distribution({
      Origins: [customOrigin('web', { CustomOriginConfig })],
      DefaultCacheBehavior: defaultBehavior('web', {
        GrpcConfig: { Enabled: true },
        AllowedMethods: { Items: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'] },
      }),
    }),
  },
}
