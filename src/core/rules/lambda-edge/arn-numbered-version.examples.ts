import type { RuleExamples } from '#core/rules/examples.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'a version': distribution({
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
    'no version': distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        LambdaFunctionAssociations: [
          {
            EventType: 'origin-request',
            LambdaFunctionARN: 'arn:aws:lambda:us-east-1:111122223333:function:f',
          },
        ],
      }),
    }),
  },
}
