import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { behavior, customOrigin, defaultBehavior, distribution, managed } from '#fixtures/build.ts'

const ads = (CachePolicyId: string, DomainName = 'abc.mediatailor.eu-west-1.amazonaws.com') =>
  distribution({
    Origins: [customOrigin('ads', { DomainName }), customOrigin('web')],
    CacheBehaviors: [behavior('/tm/*', 'ads')],
    DefaultCacheBehavior: defaultBehavior('ads', { CachePolicyId }),
  })

export const examples: RuleExamples = {
  valid: { 'manifests are not, ad segments are': ads(managed.cachingDisabled) },
  invalid: { CachingOptimized: ads(managed.cachingOptimized) },
}
