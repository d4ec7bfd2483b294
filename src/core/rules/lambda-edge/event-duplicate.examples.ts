import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cloudFrontFunction, defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'one each': distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          LambdaFunctionAssociations: [
            {
              EventType: 'viewer-request',
              LambdaFunctionARN: 'arn:aws:lambda:us-east-1:111122223333:function:f:1',
            },
          ],
        }),
      },
      { F: cloudFrontFunction() },
    ),
  },
  invalid: {
    two: distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          LambdaFunctionAssociations: [
            {
              EventType: 'viewer-request',
              LambdaFunctionARN: 'arn:aws:lambda:us-east-1:111122223333:function:f:1',
            },
            {
              EventType: 'viewer-request',
              LambdaFunctionARN: 'arn:aws:lambda:us-east-1:111122223333:function:f:1',
            },
          ],
        }),
      },
      { F: cloudFrontFunction() },
    ),
  },
}
