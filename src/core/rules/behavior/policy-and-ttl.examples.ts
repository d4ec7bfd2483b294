import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'only the policy': distribution(),
    'a policy that the deployment decides': distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        CachePolicyId: { unknown: '!If [Managed, …]', expression: { 'Fn::If': [] } },
        MinTTL: 0,
      }),
    }),
  },
  invalid: {
    both: distribution({ DefaultCacheBehavior: defaultBehavior('web', { MinTTL: 0 }) }),
  },
}
