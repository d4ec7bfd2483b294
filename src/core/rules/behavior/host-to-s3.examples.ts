import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, defaultBehavior, distribution, managed, oac } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'not sent': distribution({ Origins: [bucketOrigin('b')] }, { Oac: oac }),
  },
  invalid: {
    'all viewer headers': distribution(
      {
        Origins: [bucketOrigin('b')],
        DefaultCacheBehavior: defaultBehavior('b', { OriginRequestPolicyId: managed.allViewer }),
      },
      { Oac: oac },
    ),
  },
}
