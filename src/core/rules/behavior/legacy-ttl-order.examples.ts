import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'in order': distribution({
      DefaultCacheBehavior: {
        TargetOriginId: 'web',
        ViewerProtocolPolicy: 'https-only',
        ForwardedValues: { QueryString: false },
        MinTTL: 1,
        DefaultTTL: 2,
        MaxTTL: 3,
      },
    }),
  },
  invalid: {
    'out of order': distribution({
      DefaultCacheBehavior: {
        TargetOriginId: 'web',
        ViewerProtocolPolicy: 'https-only',
        ForwardedValues: { QueryString: false },
        MinTTL: 100,
        DefaultTTL: 2,
        MaxTTL: 3,
      },
    }),
  },
}
