import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cachePolicy, distribution } from '#fixtures/build.ts'

const one = cachePolicy(
  { Comment: 'first' },
  { HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['origin', 'accept'] } },
)

export const examples: RuleExamples = {
  valid: {
    'other settings': distribution({}, { One: one, Two: cachePolicy({ Name: 'two', DefaultTTL: 61 }) }),
  },
  invalid: {
    'two of the same': distribution(
      {},
      {
        One: one,
        Two: cachePolicy(
          { Name: 'two' },
          { HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['Accept', 'Origin'] } },
        ),
      },
    ),
  },
}
