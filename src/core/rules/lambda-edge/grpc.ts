import { setAt } from '#core/model/edit.ts'
import { isUnknown } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { isGrpc } from '#core/rules/lookup/protocols.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const lambdaEdgeGrpc = defineRule({
  id: 'lambda-edge/grpc',
  severity: 'error',
  summary: 'A behavior with gRPC runs no Lambda@Edge functions.',
  why: 'CloudFront refuses Lambda@Edge on a behavior with GrpcConfig; CloudFront Functions run there.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-using-grpc.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      if (!isGrpc(placed.behavior)) continue
      const [first] = (placed.behavior.LambdaFunctionAssociations ?? []).filter((item) => !isUnknown(item))
      if (first === undefined) continue
      yield {
        path: [...placed.path, 'LambdaFunctionAssociations'],
        message: `${behaviorName(placed)} has gRPC on and a Lambda@Edge function, which CloudFront refuses together; use a CloudFront function, or switch gRPC off.`,
        suggestions: [setAt([...placed.path, 'GrpcConfig', 'Enabled'], false, 'Switch gRPC off')],
      }
    }
  },
})
