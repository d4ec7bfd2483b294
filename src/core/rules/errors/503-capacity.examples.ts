import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    '404': distribution({
      CustomErrorResponses: [{ ErrorCode: 404, ResponsePagePath: '/404.html', ResponseCode: '404' }],
    }),
  },
  invalid: {
    '503': distribution({
      CustomErrorResponses: [{ ErrorCode: 503, ResponsePagePath: '/404.html', ResponseCode: '404' }],
    }),
  },
}
