import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    '404': distribution({ CustomErrorResponses: [{ ErrorCode: 404, ErrorCachingMinTTL: 10 }] }),
  },
  invalid: {
    '416': distribution({ CustomErrorResponses: [{ ErrorCode: 416, ErrorCachingMinTTL: 10 }] }),
  },
}
