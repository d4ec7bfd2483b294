import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    groups: distribution({
      DefaultCacheBehavior: defaultBehavior('web', { TrustedKeyGroups: { Enabled: true, Items: ['k'] } }),
    }),
  },
  invalid: {
    self: distribution({
      DefaultCacheBehavior: defaultBehavior('web', { TrustedSigners: { Enabled: true, Items: ['self'] } }),
    }),
  },
}
