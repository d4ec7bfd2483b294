import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'the common case': distribution(),
  },
  invalid: {
    Cookie: distribution({
      DefaultCacheBehavior: {
        TargetOriginId: 'web',
        ViewerProtocolPolicy: 'https-only',
        ForwardedValues: { QueryString: false, Headers: ['Cookie'] },
        MinTTL: 0,
      },
    }),
  },
}
