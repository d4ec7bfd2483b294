import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'no body': distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        LambdaFunctionAssociations: [
          {
            EventType: 'origin-request',
            LambdaFunctionARN: 'arn:aws:lambda:us-east-1:111122223333:function:edge:3',
          },
        ],
      }),
    }),
  },
  invalid: {
    'a body': distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        LambdaFunctionAssociations: [
          {
            EventType: 'origin-request',
            LambdaFunctionARN: 'arn:aws:lambda:us-east-1:111122223333:function:edge:3',
            IncludeBody: true,
          },
        ],
      }),
    }),
    'for viewers': distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        LambdaFunctionAssociations: [
          {
            EventType: 'viewer-request',
            LambdaFunctionARN: 'arn:aws:lambda:us-east-1:111122223333:function:edge:3',
            IncludeBody: true,
          },
        ],
      }),
    }),
  },
}
