import type { LogicalId, Resource } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin } from '#fixtures/build.ts'
import { behindBalancer, guarded, listener } from '#fixtures/build-around.ts'
import { foreign } from '#fixtures/build-resources.ts'

const everybody = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '0.0.0.0/0' }
const sending = (resources: Readonly<Record<LogicalId, Resource>>, ingress: object = everybody) =>
  behindBalancer({ ...guarded(ingress), Listener: listener(443, 'HTTPS'), ...resources }, 'https-only', {
    Origins: [
      customOrigin('web', {
        DomainName: { ref: 'Balancer', attribute: 'DNSName' },
        CustomHeaders: [{ HeaderName: 'X-Origin-Verify', HeaderValue: '{{resolve:secretsmanager:verify}}' }],
      }),
    ],
  })
const rule = (condition: object) =>
  foreign('AWS::ElasticLoadBalancingV2::ListenerRule', {
    ListenerArn: { ref: 'Listener' },
    Conditions: [condition],
  })

export const examples: RuleExamples = {
  valid: {
    'a rule that checks': sending({
      Rule: rule({ Field: 'http-header', HttpHeaderConfig: { HttpHeaderName: 'X-Origin-Verify' } }),
    }),
    'the prefix list of CloudFront': sending(
      {},
      { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, SourcePrefixListId: 'pl-3b927c52' },
    ),
    'a web ACL on the load balancer': sending({
      Association: foreign('AWS::WAFv2::WebACLAssociation', { ResourceArn: { ref: 'Balancer' } }),
    }),
  },
  invalid: {
    'forwarded without a look': sending({}),
    'a rule on paths': sending({ Rule: rule({ Field: 'path-pattern', Values: ['/api/*'] }) }),
  },
}
