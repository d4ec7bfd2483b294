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
          'function handler(event) { setTimeout(function () {}, 1); return event.request }',
        ),
      },
    ),
  },
}
