import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cloudFrontFunction, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    small: distribution({}, { F: cloudFrontFunction('function handler(event) { return event.request }') }),
  },
  invalid: {
    large: distribution(
      {},
      { F: cloudFrontFunction(`function handler(e) { return e.request } // ${'x'.repeat(10_240)}`) },
    ),
    empty: distribution({}, { F: cloudFrontFunction('') }),
  },
}
