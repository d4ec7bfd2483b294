import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cloudFrontFunction, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    '2.0': distribution({}, { F: cloudFrontFunction() }),
  },
  invalid: {
    '1.0': distribution({}, { F: cloudFrontFunction(undefined, 'cloudfront-js-1.0') }),
  },
}
