import type { Resource } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior } from '#fixtures/build.ts'
import { behindBalancer, listener } from '#fixtures/build-around.ts'
import { foreign } from '#fixtures/build-resources.ts'

const network = foreign('AWS::ElasticLoadBalancingV2::LoadBalancer', { Type: 'network' })
const group = (config: object) => foreign('AWS::ElasticLoadBalancingV2::TargetGroup', config)
const through = (Port: unknown) =>
  behindBalancer({
    Balancer: network,
    Listener: listener(443, 'TCP'),
    Targets: group({ Port, Protocol: 'TCP' }),
  })
const grpc = (config: object, more: Readonly<Record<string, Resource>> = {}) =>
  behindBalancer(
    {
      Listener: listener(443, 'HTTPS'),
      Targets: group({ Port: 50051, Protocol: 'HTTP', ...config }),
      ...more,
    },
    'https-only',
    { DefaultCacheBehavior: defaultBehavior('web', { GrpcConfig: { Enabled: true } }) },
  )

export const examples: RuleExamples = {
  valid: {
    'TLS all the way': through(443),
    'a port of its own': through(8443),
    'a port that the deployment decides': through({ unknown: '!Ref Port', expression: { Ref: 'Port' } }),
    'an application load balancer, which speaks for itself': behindBalancer({
      Listener: listener(443, 'HTTPS'),
      Targets: group({ Port: 80, Protocol: 'HTTP' }),
    }),
    gRPC: grpc({ ProtocolVersion: 'GRPC' }),
    'rules that may lead elsewhere': grpc(
      {},
      { Rule: foreign('AWS::ElasticLoadBalancingV2::ListenerRule', { ListenerArn: { ref: 'Listener' } }) },
    ),
  },
  invalid: { 'TLS to the port of plain HTTP': through(80), 'gRPC by HTTP/1.1': grpc({}) },
}
