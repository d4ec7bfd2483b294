import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'a page': distribution({
      CustomErrorResponses: [{ ErrorCode: 404, ResponsePagePath: '/404.html', ResponseCode: '404' }],
    }),
    'a TTL': distribution({ CustomErrorResponses: [{ ErrorCode: 404, ErrorCachingMinTTL: 5 }] }),
  },
  invalid: {
    nothing: distribution({ CustomErrorResponses: [{ ErrorCode: 404 }] }),
  },
}
