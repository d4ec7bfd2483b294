import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachLambda } from '#core/rules/lookup/edge-functions.ts'
import { isGrpc } from '#core/rules/lookup/protocols.ts'
import { type BehaviorInPlace, behaviorName, eachBehavior, originsBehind } from '#core/rules/lookup/walk.ts'

const withCertificate = (placed: Pick<BehaviorInPlace, 'behavior' | 'distribution'>) =>
  originsBehind(placed).find(({ value }) => known(value.CustomOriginConfig)?.OriginMtlsConfig !== undefined)

export const originMtlsUnsupported = defineRule({
  id: 'origin/mtls-unsupported',
  severity: 'warning',
  sees: 'all',
  summary: 'An origin with a client certificate is used with what mutual TLS does not support.',
  why: 'AWS names gRPC and Lambda@Edge on origin events among what mutual TLS to an origin does not support.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/origin-enable-mtls-distributions.html',
  code: null,

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const origin = isGrpc(placed.behavior) ? withCertificate(placed) : undefined
      if (origin)
        yield {
          path: [...placed.path, 'GrpcConfig'],
          message: `${behaviorName(placed)} takes gRPC and CloudFront shows “${nameOf(origin.value.Id)}” a client certificate, which AWS does not support together; turn one of them off.`,
        }
    }
    for (const { placed, event, path } of eachLambda(document)) {
      const origin = event?.startsWith('origin-') === true ? withCertificate(placed) : undefined
      if (origin)
        yield {
          path: [...path, 'EventType'],
          message: `${behaviorName(placed)} runs a function on “${event}” and CloudFront shows “${nameOf(origin.value.Id)}” a client certificate, which AWS does not support together; move the code to a viewer event.`,
        }
    }
  },
})
