import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { isGrpc } from '#core/rules/lookup/protocols.ts'
import { behaviorName, eachBehavior, originsBehind } from '#core/rules/lookup/walk.ts'
import { statementsIn, webAclOf } from '#core/rules/lookup/web-acl.ts'

export const networkGrpcShieldLambdaErrors = defineRule({
  id: 'network/grpc-shield-lambda-errors',
  covers: ['lambda-edge/grpc'],
  severity: 'warning',
  summary: 'gRPC requests skip settings that the distribution relies on.',
  why: 'CloudFront passes gRPC requests straight to the origin. Origin Shield, Lambda@Edge functions, custom error responses and web ACL rules that read the body do not apply to them.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-using-grpc.html',
  code: null,

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path, distribution } = placed
      if (!isGrpc(behavior)) continue
      const shielded = originsBehind(placed).find(
        ({ value }) => known(known(value.OriginShield)?.Enabled) === true,
      )
      const acl = webAclOf(document, distribution.config)
      const readsBody = [...statementsIn(acl?.config['Rules'])].some(({ statement }) => {
        const field = statement['FieldToMatch']
        return typeof field === 'object' && field !== null && ('Body' in field || 'JsonBody' in field)
      })
      const ignored = [
        ...(shielded ? [`Origin Shield of “${nameOf(shielded.value.Id)}”`] : []),
        ...((behavior.LambdaFunctionAssociations ?? []).length > 0 ? ['its Lambda@Edge functions'] : []),
        ...((distribution.config.CustomErrorResponses ?? []).length > 0
          ? ['the custom error responses']
          : []),
        ...(readsBody ? ['the web ACL’s rules that read the body'] : []),
      ]
      if (ignored.length === 0) continue
      yield {
        path: [...path, 'GrpcConfig'],
        message: `gRPC requests of ${behaviorName(placed)} pass by ${ignored.join(', ')}; do not rely on them there, or give gRPC a behavior and an origin of its own.`,
      }
    }
  },
})
