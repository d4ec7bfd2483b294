import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    both: distribution({
      DefaultCacheBehavior: defaultBehavior('web', { TrustedKeyGroups: { Enabled: true, Items: ['k'] } }),
    }),
  },
  invalid: {
    empty: distribution({
      DefaultCacheBehavior: defaultBehavior('web', { TrustedKeyGroups: { Enabled: true, Items: [] } }),
    }),
  },
}
