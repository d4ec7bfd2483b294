import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    '404': distribution({ CustomErrorResponses: [{ ErrorCode: 404, ErrorCachingMinTTL: 10 }] }),
  },
  invalid: {
    '401': distribution({ CustomErrorResponses: [{ ErrorCode: 401, ErrorCachingMinTTL: 10 }] }),
  },
}
