import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { behindBalancer } from '#fixtures/build-around.ts'
import { foreign } from '#fixtures/build-resources.ts'

const internal = foreign('AWS::ElasticLoadBalancingV2::LoadBalancer', { Scheme: 'internal' })

export const examples: RuleExamples = {
  valid: {
    'facing the internet': behindBalancer({}),
    'a scheme that the deployment decides': behindBalancer({
      Balancer: foreign('AWS::ElasticLoadBalancingV2::LoadBalancer', {
        Scheme: { unknown: '!Ref Scheme', expression: { Ref: 'Scheme' } },
      }),
    }),
    'a VPC origin': distribution(
      {
        Origins: [
          {
            key: 'app',
            Id: 'web',
            DomainName: { ref: 'Balancer', attribute: 'DNSName' },
            VpcOriginConfig: { VpcOriginId: 'vo_1' },
          },
        ],
      },
      { Balancer: internal },
    ),
  },
  invalid: { internal: behindBalancer({ Balancer: internal }) },
}
