import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cloudFrontFunction, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'a handler': distribution({}, { F: cloudFrontFunction() }),
  },
  invalid: {
    'another name': distribution(
      {},
      { F: cloudFrontFunction('function main(event) { return event.request }') },
    ),
  },
}
