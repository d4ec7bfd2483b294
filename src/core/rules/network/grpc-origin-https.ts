import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { isGrpc } from '#core/rules/lookup/protocols.ts'
import { behaviorName, eachBehavior, originsBehind } from '#core/rules/lookup/walk.ts'

export const networkGrpcOriginHttps = defineRule({
  id: 'network/grpc-origin-https',
  severity: 'error',
  summary: 'gRPC goes to its origin over plain HTTP.',
  why: 'gRPC runs over HTTPS from end to end. An origin that is asked over HTTP, or a bucket, answers no gRPC call.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-using-grpc.html',
  code: null,

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      if (!isGrpc(placed.behavior)) continue
      for (const { value: origin, path } of originsBehind(placed)) {
        const name = nameOf(origin.Id)
        const custom = known(origin.CustomOriginConfig)
        const field = [...path, 'CustomOriginConfig', 'OriginProtocolPolicy']
        if (origin.S3OriginConfig !== undefined || originKindOf(document, origin)?.isBucket)
          yield {
            path,
            message: `gRPC calls of ${behaviorName(placed)} go to the bucket “${name}”, which speaks no gRPC; target a server that does.`,
          }
        else if (known(custom?.OriginProtocolPolicy) === 'http-only')
          yield {
            path: field,
            message: `gRPC calls of ${behaviorName(placed)} reach “${name}” over HTTP, so they fail; use “https-only”.`,
            suggestions: [setAt(field, 'https-only', 'Use HTTPS to the origin')],
          }
      }
    }
  },
})
