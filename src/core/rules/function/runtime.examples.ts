import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cloudFrontFunction, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    '2.0': distribution({}, { F: cloudFrontFunction() }),
  },
  invalid: {
    'Node.js': distribution({}, { F: cloudFrontFunction(undefined, 'nodejs22.x' as 'cloudfront-js-2.0') }),
  },
}
