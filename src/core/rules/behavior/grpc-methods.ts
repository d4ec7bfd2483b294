import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { methodsOf } from '#core/rules/lookup/behavior-traits.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorGrpcMethods = defineRule({
  id: 'behavior/grpc-methods',
  severity: 'error',
  sees: 'behavior',
  summary: 'A gRPC behavior does not allow every method.',
  why: 'gRPC calls are POST requests, and only the set of all seven methods has POST.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-using-grpc.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      const methods = methodsOf(behavior)
      if (known(known(behavior.GrpcConfig)?.Enabled) !== true || !methods || methods.includes('POST'))
        continue
      const field = [...path, 'AllowedMethods', 'Items']
      yield {
        path: [...path, 'GrpcConfig', 'Enabled'],
        message: `${behaviorName(placed)} has gRPC on and does not allow POST, so CloudFront refuses it; allow all methods.`,
        suggestions: [
          setAt(field, ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'], 'Allow all methods'),
        ],
      }
    }
  },
})
