import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'as many as there may be': distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        FunctionAssociations: Array.from({ length: 2 }, (_, index) => ({
          EventType: 'viewer-request' as const,
          FunctionARN: `arn:aws:cloudfront::111122223333:function/f${index}`,
        })),
      }),
    }),
  },
  invalid: {
    'one more': distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        FunctionAssociations: Array.from({ length: 3 }, (_, index) => ({
          EventType: 'viewer-request' as const,
          FunctionARN: `arn:aws:cloudfront::111122223333:function/f${index}`,
        })),
      }),
    }),
  },
}
