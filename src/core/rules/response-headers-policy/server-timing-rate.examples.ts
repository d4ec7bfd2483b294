import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, responseHeadersPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    half: distribution(
      {},
      { P: responseHeadersPolicy({ ServerTimingHeadersConfig: { Enabled: true, SamplingRate: 50 } }) },
    ),
  },
  invalid: {
    '101': distribution(
      {},
      { P: responseHeadersPolicy({ ServerTimingHeadersConfig: { Enabled: true, SamplingRate: 101 } }) },
    ),
  },
}
