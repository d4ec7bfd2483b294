import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    one: distribution({ CustomErrorResponses: [{ ErrorCode: 404, ErrorCachingMinTTL: 1 }] }),
  },
  invalid: {
    two: distribution({
      CustomErrorResponses: [
        { ErrorCode: 404, ErrorCachingMinTTL: 1 },
        { ErrorCode: 404, ErrorCachingMinTTL: 2 },
      ],
    }),
  },
}
