import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cloudFrontFunction, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    empty: distribution({}, { F: cloudFrontFunction() }),
  },
  invalid: {
    none: distribution(
      {},
      {
        F: {
          type: 'Function',
          config: {
            Name: 'f',
            FunctionCode: 'function handler(e) { return e.request }',
            FunctionConfig: { Runtime: 'cloudfront-js-2.0' },
          },
        },
      },
    ),
  },
}
