import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, defaultBehavior, distribution, managed } from '#fixtures/build.ts'

const ads = (more: Parameters<typeof defaultBehavior>[1] = {}) =>
  distribution({
    Origins: [customOrigin('ads', { DomainName: 'abc.mediatailor.eu-west-1.amazonaws.com' })],
    DefaultCacheBehavior: defaultBehavior('ads', { CachePolicyId: managed.cachingDisabled, ...more }),
  })

export const examples: RuleExamples = {
  valid: {
    'the policy for it': ads({ OriginRequestPolicyId: '775133bc-15f2-49f9-abea-afb2e0bf67d2' }),
    'all of the viewer’s': ads({ OriginRequestPolicyId: managed.allViewer }),
  },
  invalid: {
    'no policy': ads(),
    'a policy with a header alone': ads({ OriginRequestPolicyId: '59781a5b-3903-41f3-afcb-af62929ccde1' }),
  },
}
