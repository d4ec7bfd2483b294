import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    '10': distribution({ CustomErrorResponses: [{ ErrorCode: 404, ErrorCachingMinTTL: 10 }] }),
  },
  invalid: {
    '0': distribution({ CustomErrorResponses: [{ ErrorCode: 404, ErrorCachingMinTTL: 0 }] }),
  },
}
