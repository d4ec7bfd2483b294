import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    short: distribution({
      DefaultCacheBehavior: {
        TargetOriginId: 'web',
        ForwardedValues: { QueryString: true, QueryStringCacheKeys: ['q'] },
      },
    }),
  },
  invalid: {
    long: distribution({
      DefaultCacheBehavior: {
        TargetOriginId: 'web',
        ForwardedValues: { QueryString: true, QueryStringCacheKeys: ['q'.repeat(129)] },
      },
    }),
  },
}
