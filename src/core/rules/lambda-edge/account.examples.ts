import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'the same': {
      document: distribution({
        DefaultCacheBehavior: defaultBehavior('web', {
          LambdaFunctionAssociations: [
            {
              EventType: 'origin-request',
              LambdaFunctionARN: 'arn:aws:lambda:us-east-1:111122223333:function:edge:3',
            },
          ],
        }),
      }),
      account: { accountId: '111122223333' },
    },
    'no account': distribution({
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
    another: {
      document: distribution({
        DefaultCacheBehavior: defaultBehavior('web', {
          LambdaFunctionAssociations: [
            {
              EventType: 'origin-request',
              LambdaFunctionARN: 'arn:aws:lambda:us-east-1:111122223333:function:edge:3',
            },
          ],
        }),
      }),
      account: { accountId: '444455556666' },
    },
  },
}
