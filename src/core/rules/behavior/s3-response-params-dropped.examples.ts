import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, defaultBehavior, distribution, managed, oac } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    none: distribution(
      { Origins: [bucketOrigin('b')], DefaultCacheBehavior: defaultBehavior('b', {}) },
      { Oac: oac },
    ),
  },
  invalid: {
    'all viewer': distribution(
      {
        Origins: [bucketOrigin('b')],
        DefaultCacheBehavior: defaultBehavior('b', {
          OriginRequestPolicyId: managed.allViewerExceptHostHeader,
        }),
      },
      { Oac: oac },
    ),
  },
}
