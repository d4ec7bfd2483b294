import type { Origin } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'

const inVpc = (Id: string): Origin => ({
  key: Id,
  Id,
  DomainName: 'internal.example.com',
  VpcOriginConfig: { VpcOriginId: 'vo_example' },
})

export const examples: RuleExamples = {
  valid: {
    'a public origin': distribution({
      DefaultCacheBehavior: defaultBehavior('web', { GrpcConfig: { Enabled: true } }),
    }),
    'a VPC origin without gRPC': distribution({ Origins: [inVpc('app')] }),
  },
  invalid: {
    'a VPC origin': distribution({
      Origins: [inVpc('app')],
      DefaultCacheBehavior: defaultBehavior('app', { GrpcConfig: { Enabled: true } }),
    }),
  },
}
