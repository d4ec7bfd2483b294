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
          Cookies: {
            Forward: 'whitelist',
            WhitelistedNames: Array.from({ length: 11 }, (_, index) => `c${index}`),
          },
        },
        MinTTL: 0,
      },
    }),
  },
}
