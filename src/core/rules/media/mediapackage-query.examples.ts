import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, defaultBehavior, distribution, managed } from '#fixtures/build.ts'

const channel = (CachePolicyId: string) =>
  distribution({
    Origins: [customOrigin('live', { DomainName: 'abc.mediapackage.eu-west-1.amazonaws.com' })],
    DefaultCacheBehavior: defaultBehavior('live', { CachePolicyId }),
  })

export const examples: RuleExamples = {
  valid: { 'the policy for it': channel('08627262-05a9-4f76-9ded-b50ca2e3a84f') },
  invalid: { CachingOptimized: channel(managed.cachingOptimized) },
}
