import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'the common case': distribution(),
  },
  invalid: {
    'a stream': distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        RealtimeLogConfigArn: 'arn:aws:kinesis:us-east-1:111122223333:stream/logs',
      }),
    }),
  },
}
