import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution, managed, responseHeadersPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    managed: distribution(),
    'of the design': distribution(
      { DefaultCacheBehavior: defaultBehavior('web', { ResponseHeadersPolicyId: { ref: 'P' } }) },
      { P: responseHeadersPolicy() },
    ),
  },
  invalid: {
    'another kind': distribution({
      DefaultCacheBehavior: defaultBehavior('web', { ResponseHeadersPolicyId: managed.allViewer }),
    }),
  },
}
