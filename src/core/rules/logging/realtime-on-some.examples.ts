import type { RuleExamples } from '#core/rules/harness/examples.ts'

import { behavior, defaultBehavior, distribution } from '#fixtures/build.ts'

const RealtimeLogConfigArn = 'arn:aws:cloudfront::111122223333:realtime-log-config/live'

export const examples: RuleExamples = {
  valid: {
    all: distribution({
      DefaultCacheBehavior: defaultBehavior('web', { RealtimeLogConfigArn }),
      CacheBehaviors: [behavior('/api/*', 'web', { RealtimeLogConfigArn })],
    }),
    none: distribution({ CacheBehaviors: [behavior('/api/*', 'web')] }),
  },
  invalid: {
    'one of two': distribution({ CacheBehaviors: [behavior('/api/*', 'web', { RealtimeLogConfigArn })] }),
  },
}
