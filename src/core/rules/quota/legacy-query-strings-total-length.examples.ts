import type { RuleExamples } from '#core/rules/examples.ts'
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
        ForwardedValues: {
          QueryString: true,
          QueryStringCacheKeys: Array.from({ length: 6 }, (_, index) => `${'q'.repeat(90)}${index}`),
        },
      },
    }),
  },
}
