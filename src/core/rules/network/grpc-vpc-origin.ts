import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { isGrpc } from '#core/rules/lookup/protocols.ts'
import { behaviorName, eachBehavior, originsBehind } from '#core/rules/lookup/walk.ts'

export const networkGrpcVpcOrigin = defineRule({
  id: 'network/grpc-vpc-origin',
  severity: 'warning',
  sees: 'behavior',
  summary: 'gRPC is used with a VPC origin.',
  why: 'VPC origins do not support gRPC traffic, as AWS writes among their restrictions.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html',
  code: null,

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      if (!isGrpc(placed.behavior)) continue
      const origin = originsBehind(placed).find(({ value }) => value.VpcOriginConfig !== undefined)
      if (!origin) continue
      yield {
        path: [...placed.path, 'GrpcConfig'],
        message: `${behaviorName(placed)} has gRPC on and targets the VPC origin “${nameOf(origin.value.Id)}”, which does not support it; target a public load balancer.`,
      }
    }
  },
})
