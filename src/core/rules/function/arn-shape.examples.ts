import type { RuleExamples } from '#core/rules/examples.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'an ARN': distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        FunctionAssociations: [
          { EventType: 'viewer-request', FunctionARN: 'arn:aws:cloudfront::111122223333:function/f' },
        ],
      }),
    }),
  },
  invalid: {
    "Lambda's": distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        FunctionAssociations: [
          { EventType: 'viewer-request', FunctionARN: 'arn:aws:lambda:us-east-1:111122223333:function:f:1' },
        ],
      }),
    }),
  },
}
