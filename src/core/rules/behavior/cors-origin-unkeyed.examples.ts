import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'the common case': distribution(),
  },
  invalid: {
    'forwarded alone': distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        OriginRequestPolicyId: '59781a5b-3903-41f3-afcb-af62929ccde1',
      }),
    }),
  },
}
