import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cachePolicy, defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    enabled: distribution(),
  },
  invalid: {
    'not enabled': distribution(
      { DefaultCacheBehavior: defaultBehavior('web', { CachePolicyId: { ref: 'P' } }) },
      { P: cachePolicy({}, { EnableAcceptEncodingGzip: false, EnableAcceptEncodingBrotli: false }) },
    ),
  },
}
