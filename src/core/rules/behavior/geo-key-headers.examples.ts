import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cachePolicy, defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'the common case': distribution(),
  },
  invalid: {
    'a city': distribution(
      { DefaultCacheBehavior: defaultBehavior('web', { CachePolicyId: { ref: 'City' } }) },
      {
        City: cachePolicy(
          {},
          { HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['CloudFront-Viewer-City'] } },
        ),
      },
    ),
  },
}
