import type { RuleExamples } from '#core/rules/harness/examples.ts'

import { behavior, customOrigin, defaultBehavior, distribution, group } from '#fixtures/build.ts'

const grpc = { GrpcConfig: { Enabled: true } }
const Origins = [customOrigin('web'), customOrigin('spare')]
const OriginGroups = [group('both', ['web', 'spare'])]

export const examples: RuleExamples = {
  valid: {
    'an origin': distribution({
      Origins,
      OriginGroups,
      DefaultCacheBehavior: defaultBehavior('both'),
      CacheBehaviors: [behavior('/rpc/*', 'web', grpc)],
    }),
    'no gRPC': distribution({ Origins, OriginGroups, DefaultCacheBehavior: defaultBehavior('both') }),
  },
  invalid: {
    'a group': distribution({ Origins, OriginGroups, DefaultCacheBehavior: defaultBehavior('both', grpc) }),
  },
}
