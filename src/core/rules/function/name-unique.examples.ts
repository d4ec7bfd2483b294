import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cloudFrontFunction, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'two names': distribution(
      {},
      { A: cloudFrontFunction(), B: { type: 'Function', config: { Name: 'other' } } },
    ),
  },
  invalid: {
    'one name': distribution({}, { A: cloudFrontFunction(), B: cloudFrontFunction() }),
  },
}
