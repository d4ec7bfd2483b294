import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cloudFrontFunction, defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'own and origin lambda': distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'F' } }],
          LambdaFunctionAssociations: [
            {
              EventType: 'origin-request',
              LambdaFunctionARN: 'arn:aws:lambda:us-east-1:111122223333:function:f:1',
            },
          ],
        }),
      },
      { F: cloudFrontFunction() },
    ),
  },
  invalid: {
    'both on viewer events': distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'F' } }],
          LambdaFunctionAssociations: [
            {
              EventType: 'viewer-response',
              LambdaFunctionARN: 'arn:aws:lambda:us-east-1:111122223333:function:f:1',
            },
          ],
        }),
      },
      { F: cloudFrontFunction() },
    ),
  },
}
