import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorGrpcViewerProtocol = defineRule({
  id: 'behavior/grpc-viewer-protocol',
  severity: 'warning',
  sees: 'behavior',
  summary: 'A gRPC behavior allows plain HTTP.',
  why: 'gRPC needs HTTP/2, which viewers get over HTTPS only.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-using-grpc.html',
  code: null,

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      if (
        known(known(behavior.GrpcConfig)?.Enabled) !== true ||
        known(behavior.ViewerProtocolPolicy) !== 'allow-all'
      )
        continue
      const field = [...path, 'ViewerProtocolPolicy']
      yield {
        path: field,
        message: `${behaviorName(placed)} has gRPC on and allows HTTP, where gRPC does not work; use “https-only”.`,
        suggestions: [setAt(field, 'https-only', 'Use https-only')],
      }
    }
  },
})
