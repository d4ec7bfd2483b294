import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cachePolicy, defaultBehavior, distribution, managed } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    managed: distribution(),
    'of the design': distribution(
      { DefaultCacheBehavior: defaultBehavior('web', { CachePolicyId: { ref: 'P' } }) },
      { P: cachePolicy() },
    ),
  },
  invalid: {
    'another kind': distribution({
      DefaultCacheBehavior: defaultBehavior('web', { CachePolicyId: managed.allViewer }),
    }),
  },
}
