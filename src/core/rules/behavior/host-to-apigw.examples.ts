import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, defaultBehavior, distribution, managed } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'not sent': distribution({
      Origins: [customOrigin('f', { DomainName: 'abc.execute-api.eu-west-1.amazonaws.com' })],
    }),
  },
  invalid: {
    sent: distribution({
      Origins: [customOrigin('f', { DomainName: 'abc.execute-api.eu-west-1.amazonaws.com' })],
      DefaultCacheBehavior: defaultBehavior('f', {
        CachePolicyId: managed.cachingDisabled,
        OriginRequestPolicyId: managed.allViewer,
      }),
    }),
  },
}
