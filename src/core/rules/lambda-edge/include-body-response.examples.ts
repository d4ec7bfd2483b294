import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'a request': distribution({
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
    'a response without': distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        LambdaFunctionAssociations: [
          {
            EventType: 'origin-response',
            LambdaFunctionARN: 'arn:aws:lambda:us-east-1:111122223333:function:edge:3',
            IncludeBody: false,
          },
        ],
      }),
    }),
  },
  invalid: {
    'a response': distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        LambdaFunctionAssociations: [
          {
            EventType: 'viewer-response',
            LambdaFunctionARN: 'arn:aws:lambda:us-east-1:111122223333:function:edge:3',
            IncludeBody: true,
          },
        ],
      }),
    }),
  },
}
