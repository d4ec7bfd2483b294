import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'all headers are forwarded': distribution({
      Origins: [customOrigin('web', { CustomHeaders: [{ HeaderName: 'Referer', HeaderValue: 'a' }] })],
    }),
  },
  invalid: {
    named: distribution({
      Origins: [customOrigin('web', { CustomHeaders: [{ HeaderName: 'Referer', HeaderValue: 'a' }] })],
      DefaultCacheBehavior: defaultBehavior('web', {
        OriginRequestPolicyId: 'acba4595-bd28-49b8-b9fe-13317c0390fa',
      }),
    }),
  },
}
