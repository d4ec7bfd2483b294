import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, defaultBehavior, distribution, managed } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'Host is forwarded': distribution({
      Origins: [customOrigin('web', { DomainName: 'lb-1.eu-west-1.elb.amazonaws.com' })],
      DefaultCacheBehavior: defaultBehavior('web', { OriginRequestPolicyId: managed.allViewer }),
    }),
  },
  invalid: {
    'it is not': distribution({
      Origins: [customOrigin('web', { DomainName: 'lb-1.eu-west-1.elb.amazonaws.com' })],
    }),
  },
}
