import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cloudFrontFunction, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'a name': distribution({}, { F: cloudFrontFunction() }),
  },
  invalid: {
    'a space': distribution(
      {},
      {
        F: {
          type: 'Function',
          config: {
            Name: 'my function',
            FunctionCode: 'function handler(e) { return e.request }',
            FunctionConfig: { Comment: '', Runtime: 'cloudfront-js-2.0' },
          },
        },
      },
    ),
  },
}
