import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    '10': distribution({ CustomErrorResponses: [{ ErrorCode: 503, ErrorCachingMinTTL: 10 }] }),
    'not found': distribution({ CustomErrorResponses: [{ ErrorCode: 404, ErrorCachingMinTTL: 86400 }] }),
  },
  invalid: {
    'a day': distribution({ CustomErrorResponses: [{ ErrorCode: 503, ErrorCachingMinTTL: 86400 }] }),
  },
}
