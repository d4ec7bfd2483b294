import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { behavior, bucketOrigin, customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    plain: distribution({
      CustomErrorResponses: [{ ErrorCode: 404, ResponsePagePath: '/404.html', ResponseCode: '404' }],
    }),
  },
  invalid: {
    signed: distribution({
      CustomErrorResponses: [{ ErrorCode: 502, ResponsePagePath: '/errors/502.html', ResponseCode: '502' }],
      Origins: [customOrigin('web'), bucketOrigin('pages')],
      CacheBehaviors: [behavior('/errors/*', 'pages', { TrustedKeyGroups: { Enabled: true, Items: ['k'] } })],
    }),
  },
}
