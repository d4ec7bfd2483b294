import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'the common case': distribution(),
  },
  invalid: {
    'too many': distribution({
      DefaultCacheBehavior: {
        TargetOriginId: 'web',
        ViewerProtocolPolicy: 'https-only',
        ForwardedValues: {
          QueryString: false,
          Headers: Array.from({ length: 11 }, (_, index) => `X-H${index}`),
        },
        MinTTL: 0,
      },
    }),
  },
}
