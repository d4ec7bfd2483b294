import type { RuleExamples } from '#core/rules/harness/examples.ts'

import { defaultBehavior, distribution } from '#fixtures/build.ts'

const grpc = defaultBehavior('web', {
  GrpcConfig: { Enabled: true },
  AllowedMethods: { Items: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'] },
})

export const examples: RuleExamples = {
  valid: {
    'HTTP/2': distribution({ HttpVersion: 'http2', DefaultCacheBehavior: grpc }),
    both: distribution({ HttpVersion: 'http2and3', DefaultCacheBehavior: grpc }),
    'no gRPC': distribution({ HttpVersion: 'http1.1' }),
    'gRPC switched off': distribution({
      HttpVersion: 'http1.1',
      DefaultCacheBehavior: defaultBehavior('web', { GrpcConfig: { Enabled: false } }),
    }),
  },
  invalid: {
    'HTTP/1.1': distribution({ HttpVersion: 'http1.1', DefaultCacheBehavior: grpc }),
    'HTTP/3': distribution({ HttpVersion: 'http3', DefaultCacheBehavior: grpc }),
  },
}
