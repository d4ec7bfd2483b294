import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'as many as there may be': distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        LambdaFunctionAssociations: Array.from({ length: 4 }, (_, index) => ({
          EventType: 'origin-request' as const,
          LambdaFunctionARN: `arn:aws:lambda:us-east-1:111122223333:function:f:${index}`,
        })),
      }),
    }),
  },
  invalid: {
    'one more': distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        LambdaFunctionAssociations: Array.from({ length: 5 }, (_, index) => ({
          EventType: 'origin-request' as const,
          LambdaFunctionARN: `arn:aws:lambda:us-east-1:111122223333:function:f:${index}`,
        })),
      }),
    }),
  },
}
