import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, defaultBehavior, distribution, managed } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'not sent': distribution({
      Origins: [customOrigin('f', { DomainName: 'abc.lambda-url.eu-west-1.on.aws' })],
    }),
  },
  invalid: {
    sent: distribution({
      Origins: [customOrigin('f', { DomainName: 'abc.lambda-url.eu-west-1.on.aws' })],
      DefaultCacheBehavior: defaultBehavior('f', {
        CachePolicyId: managed.cachingDisabled,
        OriginRequestPolicyId: managed.allViewer,
      }),
    }),
  },
}
