import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cachePolicy, customOrigin, defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'the common case': distribution(),
  },
  invalid: {
    keyed: distribution(
      {
        Origins: [customOrigin('m', { DomainName: 'a.data.mediastore.eu-west-1.amazonaws.com' })],
        DefaultCacheBehavior: defaultBehavior('m', { CachePolicyId: { ref: 'Keyed' } }),
      },
      { Keyed: cachePolicy({}, { HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['Host'] } }) },
    ),
  },
}
