import { behaviorsOf, distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { isGrpc } from '#core/rules/lookup/protocols.ts'
import { behaviorName } from '#core/rules/lookup/walk.ts'

export const networkGrpcHttp2 = defineRule({
  id: 'network/grpc-http2',
  severity: 'error',
  summary: 'gRPC is on without HTTP/2.',
  why: "gRPC is built on HTTP/2; CloudFront refuses a behavior with gRPC where HTTP/2 is not among the distribution's HTTP versions.",
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-using-grpc.html',
  code: 'InvalidArgument',

  *check({ document }) {
    const isTemplate = document.source?.format.startsWith('cloudformation') ?? false
    for (const distribution of distributionsIn(document)) {
      const { config } = distribution
      const version = known(config.HttpVersion)
      const isOmitted = config.HttpVersion === undefined && isTemplate
      if (!isOmitted && version !== 'http1.1' && version !== 'http3') continue
      const placed = behaviorsOf(distribution).find(({ behavior }) => isGrpc(behavior))
      if (!placed) continue
      const field = [...distribution.path, 'HttpVersion']
      yield {
        path: field,
        message: `${behaviorName(placed)} has gRPC on and “${distribution.id}” ${isOmitted ? 'has no HttpVersion, which CloudFormation documents as HTTP/1.1' : `speaks “${version}”`}, so CloudFront refuses it; use “http2and3”.`,
        suggestions: [setAt(field, 'http2and3', 'Use http2and3')],
        ...(isOmitted && { severity: 'warning' }),
      }
    }
  },
})
