import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, cachePolicy, defaultBehavior, distribution, oac } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    none: distribution(
      { Origins: [bucketOrigin('b')], DefaultCacheBehavior: defaultBehavior('b', {}) },
      { Oac: oac },
    ),
  },
  invalid: {
    'all in the key': distribution(
      {
        Origins: [bucketOrigin('b')],
        DefaultCacheBehavior: defaultBehavior('b', { CachePolicyId: { ref: 'All' } }),
      },
      { Oac: oac, All: cachePolicy({}, { CookiesConfig: { CookieBehavior: 'all' } }) },
    ),
  },
}
