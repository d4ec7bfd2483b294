import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cachePolicy, defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    none: distribution(),
  },
  invalid: {
    'a policy': distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          TrustedKeyGroups: { Enabled: true, Items: [{ ref: 'P' }] },
        }),
      },
      { P: cachePolicy() },
    ),
  },
}
