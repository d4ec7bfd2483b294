import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    one: distribution({
      DefaultCacheBehavior: defaultBehavior('web', { TrustedKeyGroups: { Enabled: true, Items: ['k'] } }),
    }),
  },
  invalid: {
    five: distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        TrustedKeyGroups: { Enabled: true, Items: ['a', 'b', 'c', 'd', 'e'] },
      }),
    }),
  },
}
