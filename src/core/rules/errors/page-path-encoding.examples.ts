import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    plain: distribution({
      CustomErrorResponses: [{ ErrorCode: 404, ResponsePagePath: '/404.html', ResponseCode: '404' }],
    }),
  },
  invalid: {
    'a space': distribution({
      CustomErrorResponses: [{ ErrorCode: 404, ResponsePagePath: '/not found.html', ResponseCode: '404' }],
    }),
  },
}
