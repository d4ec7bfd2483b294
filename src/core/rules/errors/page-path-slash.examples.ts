import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'a slash': distribution({
      CustomErrorResponses: [{ ErrorCode: 404, ResponsePagePath: '/404.html', ResponseCode: '404' }],
    }),
  },
  invalid: {
    none: distribution({
      CustomErrorResponses: [{ ErrorCode: 404, ResponsePagePath: '404.html', ResponseCode: '404' }],
    }),
  },
}
