import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'by name': distribution({
      DefaultCacheBehavior: {
        TargetOriginId: 'web',
        ViewerProtocolPolicy: 'https-only',
        ForwardedValues: { QueryString: false, Cookies: { Forward: 'whitelist', WhitelistedNames: ['a'] } },
        MinTTL: 0,
      },
    }),
  },
  invalid: {
    'no names': distribution({
      DefaultCacheBehavior: {
        TargetOriginId: 'web',
        ViewerProtocolPolicy: 'https-only',
        ForwardedValues: { QueryString: false, Cookies: { Forward: 'whitelist' } },
        MinTTL: 0,
      },
    }),
    'names with none': distribution({
      DefaultCacheBehavior: {
        TargetOriginId: 'web',
        ViewerProtocolPolicy: 'https-only',
        ForwardedValues: { QueryString: false, Cookies: { Forward: 'none', WhitelistedNames: ['a'] } },
        MinTTL: 0,
      },
    }),
  },
}
