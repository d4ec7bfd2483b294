import type { RuleExamples } from '#core/rules/harness/examples.ts'

import { behavior, bucketOrigin, customOrigin, defaultBehavior, distribution, oac } from '#fixtures/build.ts'

const grpc = (target: string) => defaultBehavior(target, { GrpcConfig: { Enabled: true } })
const overHttp = customOrigin('web', {
  CustomOriginConfig: { HTTPPort: 80, HTTPSPort: 443, OriginProtocolPolicy: 'http-only' },
})

export const examples: RuleExamples = {
  valid: {
    'over HTTPS': distribution({ DefaultCacheBehavior: grpc('web') }),
    'another behavior has gRPC': distribution({
      Origins: [overHttp, customOrigin('calls')],
      CacheBehaviors: [behavior('/rpc/*', 'calls', { GrpcConfig: { Enabled: true } })],
    }),
    'as the viewer asks': distribution({
      Origins: [
        customOrigin('web', {
          CustomOriginConfig: { HTTPPort: 80, HTTPSPort: 443, OriginProtocolPolicy: 'match-viewer' },
        }),
      ],
      DefaultCacheBehavior: grpc('web'),
    }),
  },
  invalid: {
    'over HTTP': distribution({ Origins: [overHttp], DefaultCacheBehavior: grpc('web') }),
    'a bucket': distribution(
      { Origins: [bucketOrigin('files')], DefaultCacheBehavior: grpc('files') },
      { Oac: oac },
    ),
  },
}
