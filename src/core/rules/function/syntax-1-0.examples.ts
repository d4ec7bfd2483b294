import type { RuleExamples } from '#core/rules/examples.ts'
import { cloudFrontFunction, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    fine: distribution({}, { F: cloudFrontFunction() }),
  },
  invalid: {
    'not there': distribution(
      {},
      {
        F: cloudFrontFunction(
          'function handler(event) { const r = event.request; return r }',
          'cloudfront-js-1.0',
        ),
      },
    ),
  },
}
