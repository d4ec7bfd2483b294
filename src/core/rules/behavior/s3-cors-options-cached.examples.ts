import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, defaultBehavior, distribution, oac } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'not cached': distribution(
      {
        Origins: [bucketOrigin('b')],
        DefaultCacheBehavior: defaultBehavior('b', { AllowedMethods: { Items: ['GET', 'HEAD', 'OPTIONS'] } }),
      },
      { Oac: oac },
    ),
  },
  invalid: {
    cached: distribution(
      {
        Origins: [bucketOrigin('b')],
        DefaultCacheBehavior: defaultBehavior('b', {
          AllowedMethods: { Items: ['GET', 'HEAD', 'OPTIONS'], CachedMethods: ['GET', 'HEAD', 'OPTIONS'] },
        }),
      },
      { Oac: oac },
    ),
  },
}
