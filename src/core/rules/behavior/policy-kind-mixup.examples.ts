import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution, managed } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    right: distribution(),
  },
  invalid: {
    wrong: distribution({
      DefaultCacheBehavior: defaultBehavior('web', { CachePolicyId: managed.allViewer }),
    }),
  },
}
