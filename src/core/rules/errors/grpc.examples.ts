import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    HTTP: distribution({
      CustomErrorResponses: [{ ErrorCode: 404, ResponsePagePath: '/404.html', ResponseCode: '404' }],
    }),
  },
  invalid: {
    gRPC: distribution({
      CustomErrorResponses: [{ ErrorCode: 404, ResponsePagePath: '/404.html', ResponseCode: '404' }],
      DefaultCacheBehavior: defaultBehavior('web', { GrpcConfig: { Enabled: true } }),
    }),
  },
}
