import { distributionsIn } from '#core/model/distribution.ts'
import { known, knownItems } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const errorsGrpc = defineRule({
  id: 'errors/grpc',
  severity: 'info',
  summary: 'gRPC callers get error pages that they cannot read.',
  why: 'CloudFront ignores custom error responses for gRPC requests.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-using-grpc.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of distributionsIn(document)) {
      if ((config.CustomErrorResponses ?? []).length === 0) continue
      const fallback = known(config.DefaultCacheBehavior)
      const some = [...knownItems(config.CacheBehaviors), ...(fallback ? [fallback] : [])].some(
        (one) => known(known(one.GrpcConfig)?.Enabled) === true,
      )
      if (some)
        yield {
          path: [...path, 'CustomErrorResponses'],
          message: `gRPC requests of “${id}” get no custom error responses; callers see the gRPC status.`,
        }
    }
  },
})
