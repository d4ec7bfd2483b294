import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'gRPC alone': distribution({
      DefaultCacheBehavior: defaultBehavior('web', { GrpcConfig: { Enabled: true } }),
    }),
    'gRPC off': distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        LambdaFunctionAssociations: [
          {
            EventType: 'origin-request',
            LambdaFunctionARN: 'arn:aws:lambda:us-east-1:111122223333:function:edge:3',
          },
        ],
        GrpcConfig: { Enabled: false },
      }),
    }),
  },
  invalid: {
    both: distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        LambdaFunctionAssociations: [
          {
            EventType: 'origin-request',
            LambdaFunctionARN: 'arn:aws:lambda:us-east-1:111122223333:function:edge:3',
          },
        ],
        GrpcConfig: { Enabled: true },
      }),
    }),
  },
}
