import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    some: distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        ResponseHeadersPolicyId: '67f7725c-6f97-4210-82d7-5512b31e9d03',
      }),
    }),
  },
  invalid: {
    none: distribution({ DefaultCacheBehavior: defaultBehavior('web', {}) }),
  },
}
