import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'the same': {
      document: distribution({
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [
            { EventType: 'viewer-request', FunctionARN: 'arn:aws:cloudfront::111122223333:function/edge' },
          ],
        }),
      }),
      account: { accountId: '111122223333' },
    },
    'no account': distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        FunctionAssociations: [
          { EventType: 'viewer-request', FunctionARN: 'arn:aws:cloudfront::111122223333:function/edge' },
        ],
      }),
    }),
  },
  invalid: {
    another: {
      document: distribution({
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [
            { EventType: 'viewer-request', FunctionARN: 'arn:aws:cloudfront::111122223333:function/edge' },
          ],
        }),
      }),
      account: { accountId: '444455556666' },
    },
  },
}
