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
    'an instance': distribution({
      Origins: [customOrigin('web', { DomainName: 'ec2-203-0-113-25.compute-1.amazonaws.com' })],
    }),
    'it is not': distribution({
      Origins: [customOrigin('web', { DomainName: 'lb-1.eu-west-1.elb.amazonaws.com' })],
    }),
  },
}
