import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    both: distribution({
      CustomErrorResponses: [{ ErrorCode: 404, ResponsePagePath: '/404.html', ResponseCode: '404' }],
    }),
    neither: distribution({ CustomErrorResponses: [{ ErrorCode: 404, ErrorCachingMinTTL: 1 }] }),
  },
  invalid: {
    'only the code': distribution({ CustomErrorResponses: [{ ErrorCode: 404, ResponseCode: '200' }] }),
  },
}
