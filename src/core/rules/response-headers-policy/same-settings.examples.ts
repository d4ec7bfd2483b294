import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, responseHeadersPolicy } from '#fixtures/build.ts'

const one = responseHeadersPolicy({
  Name: 'one',
  ServerTimingHeadersConfig: { Enabled: true, SamplingRate: 1 },
})

export const examples: RuleExamples = {
  valid: {
    'other settings': distribution(
      {},
      {
        One: one,
        Two: responseHeadersPolicy({
          Name: 'two',
          ServerTimingHeadersConfig: { Enabled: true, SamplingRate: 2 },
        }),
      },
    ),
  },
  invalid: {
    'two of the same': distribution(
      {},
      {
        One: one,
        Two: responseHeadersPolicy({
          Name: 'two',
          ServerTimingHeadersConfig: { Enabled: true, SamplingRate: 1 },
        }),
      },
    ),
  },
}
