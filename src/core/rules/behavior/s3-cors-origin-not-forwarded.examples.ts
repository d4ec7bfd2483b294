import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, defaultBehavior, distribution, oac } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'no preflights': distribution(
      { Origins: [bucketOrigin('b')], DefaultCacheBehavior: defaultBehavior('b', {}) },
      { Oac: oac },
    ),
  },
  invalid: {
    preflights: distribution(
      {
        Origins: [bucketOrigin('b')],
        DefaultCacheBehavior: defaultBehavior('b', { AllowedMethods: { Items: ['GET', 'HEAD', 'OPTIONS'] } }),
      },
      { Oac: oac },
    ),
  },
}
