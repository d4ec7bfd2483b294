import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, originRequestPolicy } from '#fixtures/build.ts'

const one = originRequestPolicy()

export const examples: RuleExamples = {
  valid: {
    'other settings': distribution(
      {},
      {
        One: one,
        Two: originRequestPolicy({ Name: 'two', QueryStringsConfig: { QueryStringBehavior: 'all' } }),
      },
    ),
  },
  invalid: { 'two of the same': distribution({}, { One: one, Two: originRequestPolicy({ Name: 'two' }) }) },
}
