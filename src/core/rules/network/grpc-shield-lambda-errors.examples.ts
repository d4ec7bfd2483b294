import type { RuleExamples } from '#core/rules/harness/examples.ts'

import { behavior, customOrigin, defaultBehavior, distribution } from '#fixtures/build.ts'

const grpc = { GrpcConfig: { Enabled: true } }
const shielded = customOrigin('web', { OriginShield: { Enabled: true, OriginShieldRegion: 'eu-west-1' } })

export const examples: RuleExamples = {
  valid: {
    plain: distribution({ DefaultCacheBehavior: defaultBehavior('web', grpc) }),
    'no gRPC': distribution({ Origins: [shielded] }),
    'a shield that is off': distribution({
      Origins: [customOrigin('web', { OriginShield: { Enabled: false } })],
      DefaultCacheBehavior: defaultBehavior('web', grpc),
    }),
    'functions of another behavior': distribution({
      CacheBehaviors: [behavior('/rpc/*', 'web', grpc)],
      DefaultCacheBehavior: defaultBehavior('web', {
        LambdaFunctionAssociations: [
          {
            EventType: 'origin-request',
            LambdaFunctionARN: 'arn:aws:lambda:us-east-1:111122223333:function:f:1',
          },
        ],
      }),
    }),
  },
  invalid: {
    'Origin Shield': distribution({
      Origins: [shielded],
      DefaultCacheBehavior: defaultBehavior('web', grpc),
    }),
    'Lambda@Edge': distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        ...grpc,
        LambdaFunctionAssociations: [
          {
            EventType: 'origin-request',
            LambdaFunctionARN: 'arn:aws:lambda:us-east-1:111122223333:function:f:1',
          },
        ],
      }),
    }),
    'error pages': distribution({
      DefaultCacheBehavior: defaultBehavior('web', grpc),
      CustomErrorResponses: [{ ErrorCode: 503, ErrorCachingMinTTL: 10 }],
    }),
    'a rule on the body': distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', grpc),
        WebACLId: { ref: 'Acl', attribute: 'Arn' },
      },
      {
        Acl: {
          type: 'AWS::WAFv2::WebACL',
          config: {
            Scope: 'CLOUDFRONT',
            Rules: [
              {
                Name: 'sizes',
                Statement: {
                  NotStatement: { Statement: { SizeConstraintStatement: { FieldToMatch: { Body: {} } } } },
                },
              },
            ],
          },
        },
      },
    ),
  },
}
